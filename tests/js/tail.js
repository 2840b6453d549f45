/* How likely chance alone is to bring counts at least this uneven. */

const CLOSE = 1e-15;
const MOST = 100_000;
/* Lanczos' approximation with g = 7 and nine terms, good to 15 digits; as in Numerical Recipes, 6.1. */
const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];

/** The natural logarithm of the gamma function. @param {number} z above 0.5 */
export function logGamma(z) {
  const t = z + 6.5;
  const sum = LANCZOS.reduce((total, term, i) => total + (i ? term / (z - 1 + i) : term), 0);
  return Math.log(Math.sqrt(2 * Math.PI)) + (z - 0.5) * Math.log(t) - t + Math.log(sum);
}

/**
 * How likely a chi-square variable is to be at least `x`: the regularised upper incomplete gamma function
 * Q(freedom / 2, x / 2), by its series below the mean and by Lentz's continued fraction above it.
 * @param {number} x
 * @param {number} freedom degrees of freedom
 * @returns {number} from 0 to 1
 */
export function upperTail(x, freedom) {
  const a = freedom / 2;
  const half = x / 2;
  if (half <= 0) return 1;
  const scale = Math.exp(a * Math.log(half) - half - logGamma(a));
  return half < a + 1 ? 1 - scale * series(a, half) : scale * fraction(a, half);
}

function series(a, x) {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; n < MOST && term > sum * CLOSE; n += 1) {
    term *= x / (a + n);
    sum += term;
  }
  return sum;
}

function fraction(a, x) {
  let b = x + 1 - a;
  let c = Infinity;
  let d = 1 / b;
  let result = d;
  for (let i = 1, change = 0; i < MOST && Math.abs(change - 1) > CLOSE; i += 1) {
    const step = -i * (i - a);
    b += 2;
    d = 1 / (step * d + b);
    c = b + step / c;
    change = c * d;
    result *= change;
  }
  return result;
}
