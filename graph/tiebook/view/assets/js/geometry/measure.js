/** Widths of texts, estimated as in Python (view/style.py): no font is measured, so both give the same picture. */
import { K } from "./constants.js";

/** @param {string} text @param {number} font px @returns {number} px */
export function textWidth(text, font) {
  let total = 0;
  for (const letter of text) {
    const code = letter.codePointAt(0);
    total += code >= 32 && code < 127 ? K.widths[code - 32] : code >= 0x1100 ? 100 : 62;
  }
  return total * font * 0.0105;
}

/** @param {string} text @returns {string[]} at most four lines */
export function wrapName(text) {
  const limit = K.sizes.wrap;
  const lines = [""];
  for (const word of text.split(/\s+/u).filter(Boolean)) {
    const letters = [...word];
    const long = letters.length <= 2 * limit ? word : letters.slice(0, 2 * limit - 1).join("") + "…";
    const last = lines[lines.length - 1];
    const joined = `${last} ${long}`.trim();
    if (last && [...joined].length > limit) lines.push(long);
    else lines[lines.length - 1] = joined;
  }
  return lines.length <= K.sizes.lines ? lines : [...lines.slice(0, K.sizes.lines - 1), lines[K.sizes.lines - 1] + " …"];
}
