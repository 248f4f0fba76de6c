// Icons by id: Lucide's, the few that Obsidian adds of its own, and those that plugins register.
import nodes from "lucide-static/icon-nodes.json" with { type: "json" };

const SVG = "http://www.w3.org/2000/svg";
const PREFIX = "lucide-";

/** Content of a 100 × 100 drawing, by id. */
const custom = new Map<string, string>();

/** Ids of Obsidian's own drawings, which are made like Lucide's. */
const OWN: Readonly<Record<string, string>> = { "right-triangle": "M3 8L12 17L21 8" };

const LUCIDE_STROKE = {
  fill: "none",
  stroke: "currentColor",
  "stroke-width": "2",
  "stroke-linecap": "round",
  "stroke-linejoin": "round",
};

/** Registers the inside of an SVG drawn for `viewBox="0 0 100 100"`. */
export function addIcon(iconId: string, svgContent: string): void {
  custom.set(iconId, svgContent);
}

export function removeIcon(iconId: string): void {
  custom.delete(iconId);
}

/** Every id that `getIcon` knows; Lucide's with their prefix. */
export function getIconIds(): string[] {
  return [...Object.keys(nodes).map((name) => PREFIX + name), ...Object.keys(OWN), ...custom.keys()];
}

/** A new element for the icon, or null if nobody registered that id. */
export function getIcon(iconId: string): SVGSVGElement | null {
  const content = custom.get(iconId);
  if (content !== undefined) return customIcon(iconId, content);
  const own = OWN[iconId];
  if (own !== undefined) return lucideIcon(iconId, [["path", { d: own }]]);
  const name = iconId.startsWith(PREFIX) ? iconId.slice(PREFIX.length) : iconId;
  const drawing = Object.hasOwn(nodes, name) ? nodes[name] : undefined;
  return drawing ? lucideIcon(PREFIX + name, drawing) : null;
}

/** Makes the icon the only content of the element; an unknown id leaves it empty. */
export function setIcon(parent: HTMLElement, iconId: string): void {
  const icon = getIcon(iconId);
  parent.replaceChildren(...(icon ? [icon] : []));
}

function customIcon(iconId: string, content: string): SVGSVGElement {
  const parsed = new DOMParser().parseFromString(`<svg xmlns="${SVG}">${content}</svg>`, "image/svg+xml");
  const svg = emptyIcon(iconId, "0 0 100 100");
  for (const child of [...parsed.documentElement.childNodes]) svg.append(document.importNode(child, true));
  return svg;
}

function lucideIcon(cls: string, drawing: (typeof nodes)[string]): SVGSVGElement {
  const svg = emptyIcon(cls, "0 0 24 24");
  setAttributes(svg, { width: "24", height: "24", ...LUCIDE_STROKE });
  for (const [tag, attributes] of drawing) {
    const el = document.createElementNS(SVG, tag);
    setAttributes(el, attributes);
    svg.append(el);
  }
  return svg;
}

function emptyIcon(cls: string, viewBox: string): SVGSVGElement {
  const svg = document.createElementNS(SVG, "svg");
  setAttributes(svg, { viewBox, class: `svg-icon ${cls}` });
  return svg;
}

function setAttributes(el: Element, attributes: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(attributes)) el.setAttribute(name, value);
}
