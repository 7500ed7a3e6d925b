/** Reading what the page was given: columns, packed as base64 of gzip in script elements that are never executed. */
import { K } from "../geometry/constants.js";

/**
 * @typedef {object} Model
 * @property {string} title @property {string[]} caption @property {object[]} sources
 * @property {Record<string, {definition: string, sign: number, symmetric: boolean}>} types
 * @property {Record<string, string>} kinds
 * @property {number} n actors @property {number} m ties
 * @property {Record<string, any[]>} A columns of actors: id, name, kind, aliases, x, y
 * @property {Record<string, any[]>} T columns of ties; source and target are indices of actors
 * @property {number[]} T.tone how each is drawn: its sign, but a limit is not hostile
 * @property {number[][]} at ties by actor
 * @property {(type: string) => boolean} symmetric
 */

/** @param {string} id of the script element @returns {Promise<any>} */
export async function unpack(id) {
  const text = document.getElementById(id).textContent.trim();
  let bytes;
  if (Uint8Array.fromBase64) bytes = Uint8Array.fromBase64(text);
  else {
    const raw = atob(text);
    bytes = new Uint8Array(raw.length);
    for (let i = 0; i < raw.length; i += 1) bytes[i] = raw.charCodeAt(i);
  }
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).json();
}

/** A column is a list, one value for all ({c}), or places in a list of distinct values ({d, i}). */
export function column(packed, length) {
  if (Array.isArray(packed)) return packed;
  if ("c" in packed) return new Array(length).fill(packed.c);
  const { d, i } = packed;
  const out = new Array(length);
  for (let k = 0; k < length; k += 1) out[k] = d[i[k]];
  return out;
}

/** @returns {Model} */
export function modelOf(data) {
  const n = data.n;
  const m = data.m;
  const read = (table, length) => Object.fromEntries(Object.entries(table).map(([name, c]) => [name, column(c, length)]));
  const model = { ...data, A: read(data.actors, n), T: read(data.ties, m) };
  if (data.skip) return model;
  for (const name of data.later) model.T[name] = new Array(m).fill(null);
  model.at = Array.from({ length: n }, () => []);
  for (let t = 0; t < m; t += 1) {
    model.at[model.T.source[t]].push(t);
    if (model.T.target[t] !== model.T.source[t]) model.at[model.T.target[t]].push(t);
  }
  model.T.tone = model.T.sign.map((sign, t) => K.tones[model.T.type[t]] ?? sign);
  model.symmetric = (type) => model.types[type]?.symmetric ?? false;
  return model;
}
