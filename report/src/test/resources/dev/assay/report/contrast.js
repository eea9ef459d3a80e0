// Texts whose contrast against what lies behind them is below 4.5:1 (WCAG 2.2, 1.4.3; ratio as in "contrast ratio" there).
(() => {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 1;
  const context = canvas.getContext("2d", { willReadFrequently: true });
  // Any CSS colour as four numbers, drawn over what is behind it.
  const over = (css, behind) => {
    context.fillStyle = `rgb(${behind.join(",")})`;
    context.fillRect(0, 0, 1, 1);
    context.fillStyle = css;
    context.fillRect(0, 0, 1, 1);
    return Array.from(context.getImageData(0, 0, 1, 1).data.slice(0, 3));
  };
  const luminance = (rgb) => {
    const [r, g, b] = rgb.map((v) => v / 255).map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = (element) => {
    if (!element) { return [255, 255, 255]; }
    const tile = element.closest("g.tile");
    if (tile && element !== tile) { return over(getComputedStyle(tile.querySelector("rect")).fill, behind(tile.ownerSVGElement)); }
    return over(getComputedStyle(element).backgroundColor, behind(element.parentElement));
  };
  const poor = [];
  let texts = 0;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!node.data.trim() || /^(script|style|title|option)$/i.test(element.tagName) || !element.checkVisibility()) { continue; }
    const style = getComputedStyle(element);
    const back = behind(element);
    const opaque = over(element instanceof SVGElement ? style.fill : style.color, back);
    const alpha = Number(style.opacity);
    const ink = opaque.map((v, i) => v * alpha + back[i] * (1 - alpha));
    const [high, low] = [luminance(ink), luminance(back)].sort((a, b) => b - a);
    texts++;
    const ratio = (high + 0.05) / (low + 0.05);
    if (ratio < 4.5) { poor.push(`${ratio.toFixed(2)} ${element.tagName}.${element.getAttribute("class")} "${node.data.trim().slice(0, 30)}" ${opaque} on ${back}`); }
  }
  return texts < 50 ? ["only " + texts + " texts are visible"] : Array.from(new Set(poor));
})()
