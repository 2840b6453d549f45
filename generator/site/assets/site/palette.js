/*
 * Day and night by hand. A page follows the device until somebody chooses; only then is something stored, under the
 * theme's own name, and its script in the page's head reads it before anything is painted.
 */

/** @param {Document} page */
export function palette(page) {
  const form = page.querySelector("[data-md-component=palette]");
  if (!form) return;
  const inputs = [...form.querySelectorAll("input")];
  const chosen = page.body.dataset.mdColorScheme;
  const now = inputs.findIndex(({ dataset }) => (chosen ? dataset.mdColorScheme === chosen : matchMedia(dataset.mdColorMedia).matches));
  show(inputs, Math.max(now, 0));
  form.addEventListener("change", ({ target }) => choose(page, inputs, inputs.indexOf(target)));
}

function choose(page, inputs, index) {
  const { mdColorMedia: media, mdColorScheme: scheme, mdColorPrimary: primary, mdColorAccent: accent } = inputs[index].dataset;
  page.body.dataset.mdColorScheme = scheme;
  show(inputs, index);
  inputs[index].focus();
  window.__md_set("__palette", { index, color: { media, scheme, primary, accent } });
}

/** The label beside the input that holds is the way to the other one. */
function show(inputs, index) {
  inputs.forEach((input, i) => {
    input.checked = i === index;
    input.nextElementSibling.hidden = i !== index;
  });
}
