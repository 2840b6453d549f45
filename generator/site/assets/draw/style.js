/* The style of what the draw page shows later. */

let loaded = null;

/** Ask for it once; again, when it could not be had. @returns {Promise<void>} */
export function styled() {
  loaded ??= new Promise((done, failed) => {
    const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href: "../assets/more.css" });
    link.addEventListener("load", () => done());
    link.addEventListener("error", () => {
      loaded = null;
      link.remove();
      failed(new Error("more.css"));
    });
    document.head.append(link);
  });
  return loaded;
}
