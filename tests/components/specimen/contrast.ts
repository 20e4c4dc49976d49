type Rgb = [number, number, number];
type Scheme = "light" | "dark";

const pair = /--([\w-]+):\s*light-dark\(\s*oklch\(([^)]+)\),\s*oklch\(([^)]+)\)\s*\)/g;

/** Every `--name: light-dark(oklch(…), oklch(…))` of a style sheet, as linear light. */
export function tokenColors(css: string) {
  const found = new Map([...css.matchAll(pair)].map(([, name, light, dark]) => [name!, { light: linear(light!), dark: linear(dark!) }]));
  return (name: string, scheme: Scheme): Rgb => {
    const color = found.get(name);
    if (!color) throw new Error(`No colour --${name}`);
    return color[scheme];
  };
}

/** WCAG 2: (lighter + 0.05) / (darker + 0.05). */
export function contrast(one: Rgb, other: Rgb) {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light! + 0.05) / (dark! + 0.05);
}

function luminance([red, green, blue]: Rgb) {
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Björn Ottosson's matrices; what falls outside of sRGB is cut as a browser does. */
function linear(text: string): Rgb {
  const [lightness, chroma, hue] = text.split(/[\s/]+/).map(Number.parseFloat) as Rgb;
  const angle = (hue * Math.PI) / 180;
  const [a, b] = [chroma * Math.cos(angle), chroma * Math.sin(angle)];
  const cube = (x: number, y: number) => (lightness / 100 + x * a + y * b) ** 3;
  const long = cube(0.3963377774, 0.2158037573);
  const middle = cube(-0.1055613458, -0.0638541728);
  const short = cube(-0.0894841775, -1.291485548);
  return [
    cut(4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short),
    cut(-1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short),
    cut(-0.0041960863 * long - 0.7034186147 * middle + 1.707614701 * short),
  ];
}

function cut(value: number) {
  return Math.min(Math.max(value, 0), 1);
}
