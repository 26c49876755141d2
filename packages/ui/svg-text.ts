/** A chart on the page as an SVG file that looks the same elsewhere. */

/** What a chart takes from style sheets; everything else it writes itself. */
const carried = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-opacity',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
] as const;

/** Copies the drawing with every inherited colour and font written into it, since a file has no style sheet. */
export function svgText(svg: SVGSVGElement): string {
  const copy = svg.cloneNode(true);
  if (!(copy instanceof SVGSVGElement)) return '';
  const originals = [svg, ...svg.querySelectorAll('*')];
  const copies = [copy, ...copy.querySelectorAll('*')];
  originals.forEach((original, index) => {
    const target = copies[index];
    const computed = getComputedStyle(original);
    for (const name of carried) target?.setAttribute(name, computed.getPropertyValue(name));
    target?.removeAttribute('class');
    target?.removeAttribute('style');
  });
  const { width, height } = svg.getBoundingClientRect();
  // Light words of a dark theme need their dark ground.
  copy.setAttribute('style', `background:${getComputedStyle(document.documentElement).backgroundColor}`);
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', String(Math.round(width)));
  copy.setAttribute('height', String(Math.round(height)));
  return new XMLSerializer().serializeToString(copy);
}
