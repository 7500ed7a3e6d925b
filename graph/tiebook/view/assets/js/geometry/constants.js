/**
 * What the static picture (Python) and the page (JavaScript) share: strict JSON between the outer braces, read by both.
 * Hue tells only the sign, repeated by the dash; the kind of an actor is told by the shape of its box. From Factor on they are no actors, but may
 * stand at the ends of an answer's ties.
 */
export const K = {
  "signs": {"1": "cooperative", "0": "neutral", "-1": "hostile", "2": "limiting"},
  "tones": {"CONSTRAINS": 2, "INFLUENCES": 0},
  "tints": [["#0a5ca8", "#74b9ff"], ["#b0126f", "#ff8fcf"], ["#7a6a00", "#e0cf4a"], ["#00734d", "#5fd6a8"], ["#6a3fb5", "#b9a0ff"], ["#a33c00", "#ff9c66"]],
  "names": {"BALANCES_BETWEEN": "balances it with others", "MEDIATES": "mediates between it and others"},
  "order": [1, -1, 0, 2],
  "glyphs": {"1": "+", "0": "±", "-1": "−", "2": "⊣"},
  "dashes": {"1": "", "0": "1.5 3.5", "-1": "6 3.5", "2": ""},
  "modes": {
    "actual": "said to hold", "sought": "wanted by somebody", "feared": "feared by somebody",
    "expected": "expected by somebody", "conditional": "only under a condition", "hypothetical": "said to be possible",
    "disputed": "said by somebody, which the author disputes"
  },
  "negated": {
    "actual": ["denied", "said not to hold"], "sought": ["not sought", "said not to be wanted"],
    "feared": ["not feared", "said not to be feared"], "expected": ["not expected", "said not to be expected"],
    "conditional": ["denied on a condition", "said not to hold under a condition"],
    "hypothetical": ["possibly not", "said to be possible that it does not hold"],
    "disputed": ["disputed: denied", "denied by somebody, which the author disputes"]
  },
  "themes": {
    "light": {
      "bg": "#ffffff", "ink": "#1a1d21", "soft": "#565d66", "line": "#d5dae0", "edge": "#3d4650", "mark": "#111111",
      "1": "#0a5ca8", "-1": "#b93a05", "0": "#666666", "2": "#2d3238"
    },
    "dark": {
      "bg": "#14171b", "ink": "#edeff2", "soft": "#a7afb9", "line": "#343b44", "edge": "#9aa5b1", "mark": "#ffffff",
      "1": "#74b9ff", "-1": "#ff9662", "0": "#b0b0b0", "2": "#e6e9ec"
    },
    "print": {
      "bg": "#ffffff", "ink": "#000000", "soft": "#333333", "line": "#999999", "edge": "#000000", "mark": "#000000",
      "1": "#00468c", "-1": "#a03000", "0": "#444444", "2": "#000000"
    }
  },
  "kinds": {
    "State": {"name": "State", "shape": "stadium", "light": "#e3e9f0", "dark": "#2f3a47"},
    "Organization": {"name": "Organization", "shape": "rect", "light": "#ebe5f3", "dark": "#40375a"},
    "Bloc": {"name": "Bloc", "shape": "hexagon", "light": "#fdf1cf", "dark": "#50431a"},
    "GovernmentBody": {"name": "Government body", "shape": "bars", "light": "#e8eef5", "dark": "#2c3f52"},
    "Party": {"name": "Party", "shape": "slant", "light": "#f5e6ea", "dark": "#4d303a"},
    "Military": {"name": "Military", "shape": "octagon", "light": "#e6e9dd", "dark": "#3a4030"},
    "Person": {"name": "Person", "shape": "arch", "light": "#e2f1e5", "dark": "#274430"},
    "ArmedGroup": {"name": "Armed group", "shape": "octagon", "light": "#4a4f57", "dark": "#d8dce1", "invert": true},
    "Collective": {"name": "Collective", "shape": "stadium", "light": "#ffffff", "dark": "#14171b", "dashed": true},
    "Factor": {"name": "Factor", "shape": "tag", "light": "#f6f1e7", "dark": "#332e24"},
    "Instrument": {"name": "Instrument", "shape": "note", "light": "#f6f1e7", "dark": "#332e24"},
    "Issue": {"name": "Issue", "shape": "roof", "light": "#f6f1e7", "dark": "#332e24"},
    "Event": {"name": "Event", "shape": "flag", "light": "#f6f1e7", "dark": "#332e24"},
    "Place": {"name": "Place", "shape": "cup", "light": "#f6f1e7", "dark": "#332e24"},
    "Group": {"name": "Group", "shape": "rect", "light": "#f1f3f6", "dark": "#262c34"}
  },
  "font": "Arial, Liberation Sans, Helvetica Neue, Helvetica, Narrowed Sans, DejaVu Sans, sans-serif",
  "widths": [
    28, 28, 35, 56, 56, 89, 67, 19, 33, 33, 39, 58, 28, 33, 28, 28, 56, 56, 56, 56, 56, 56, 56, 56, 56, 56, 28, 28, 58, 58,
    58, 56, 102, 67, 67, 72, 72, 67, 61, 78, 72, 28, 50, 67, 56, 83, 72, 78, 67, 78, 72, 67, 61, 72, 67, 94, 67, 67, 61, 28,
    28, 28, 47, 56, 33, 56, 56, 50, 56, 56, 28, 56, 56, 22, 22, 50, 22, 83, 56, 56, 56, 56, 33, 50, 28, 56, 50, 72, 50, 50,
    50, 33, 26, 33, 58
  ],
  "sizes": {
    "actor": [12, 13.5, 16], "hub": [7, 18], "tie": 11, "wrap": 17, "lines": 4, "gap": 14, "strand": 1.5, "pull": 0.28, "clear": 5,
    "bow": 14, "bows": 12, "bundle": 60, "boxes": 130, "apart": 400, "main": 14, "enough": 8, "long": 3.2, "bend": 0.25, "steep": 0.5
  }
};
