/** Logistic regression by Newton's method, with a little ridge so that it ends whatever it is given. */
const RIDGE = 1;
const STEPS = 25;

const sigmoid = (logit) => 1 / (1 + Math.exp(-logit));

/** `rows`: features and whether it is so. The coefficients in the order of the features, the intercept last. */
export function fitted(rows) {
  const size = rows[0].features.length + 1;
  const weights = Array.from({ length: size }, () => 0);
  for (let step = 0; step < STEPS; step++) {
    const gradient = weights.map((weight, index) => (index === size - 1 ? 0 : RIDGE * weight));
    const curvature = weights.map((_, row) => weights.map((_, column) => (row === column ? (row === size - 1 ? 1e-9 : RIDGE) : 0)));
    for (const { features, same } of rows) {
      const all = [...features, 1];
      const likely = sigmoid(all.reduce((sum, each, index) => sum + each * weights[index], 0));
      const spread = likely * (1 - likely);
      for (let row = 0; row < size; row++) {
        gradient[row] += (likely - Number(same)) * all[row];
        for (let column = 0; column < size; column++) curvature[row][column] += spread * all[row] * all[column];
      }
    }
    const change = solved(curvature, gradient);
    for (let index = 0; index < size; index++) weights[index] -= change[index];
    if (Math.max(...change.map(Math.abs)) < 1e-8) break;
  }
  return weights;
}

/** Gaussian elimination with pivots. */
function solved(matrix, vector) {
  const rows = matrix.map((row, index) => [...row, vector[index]]);
  const size = rows.length;
  for (let column = 0; column < size; column++) {
    const pivot = rows
      .slice(column)
      .reduce((best, row, index) => (Math.abs(row[column]) > Math.abs(rows[best][column]) ? column + index : best), column);
    [rows[column], rows[pivot]] = [rows[pivot], rows[column]];
    for (let row = 0; row < size; row++) {
      if (row === column) continue;
      const factor = rows[row][column] / rows[column][column];
      for (let index = column; index <= size; index++) rows[row][index] -= factor * rows[column][index];
    }
  }
  return rows.map((row, index) => row[size] / row[index]);
}
