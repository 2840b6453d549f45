/* Which paper somebody has in the printer, as far as the language of their browser tells. */

/* Where paper is Letter; everywhere else it is A4. */
const LETTER = /-(?:US|CA|MX|PH|CL|CO|VE|GT|CR|PA|DO|PR)\b/i;

/** @param {string} language such as `en-US` @returns {"letter" | "a4"} */
export const usualPaper = (language) => (LETTER.test(language) ? "letter" : "a4");
