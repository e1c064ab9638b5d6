/** Thicker than this is a box, thinner a ruled line. */
const THIN = 3;
const IDENTITY = [1, 0, 0, 1, 0, 0];
const [MOVE, LINE, CURVE, QUADRATIC, CLOSE] = [0, 1, 2, 3, 4];

/** The horizontal and vertical lines that a page draws, however it draws them, in the page's own coordinates. */
export function rulesOf(fns, args, OPS) {
  const rules = { across: [], down: [] };
  const saved = [];
  let matrix = IDENTITY;
  fns.forEach((fn, at) => {
    const given = args[at];
    if (fn === OPS.save) saved.push(matrix);
    else if (fn === OPS.restore || fn === OPS.paintFormXObjectEnd) matrix = saved.pop() ?? IDENTITY;
    else if (fn === OPS.transform) matrix = times(matrix, given);
    else if (fn === OPS.paintFormXObjectBegin) {
      saved.push(matrix);
      if (given?.[0]) matrix = times(matrix, given[0]);
    } else if (fn === OPS.constructPath) draw(given, matrix, rules, OPS);
  });
  return rules;
}

function draw([paint, data], matrix, rules, OPS) {
  const filled = [OPS.fill, OPS.eoFill].includes(paint);
  const stroked = [OPS.stroke, OPS.closeStroke].includes(paint);
  const both = [OPS.fillStroke, OPS.eoFillStroke, OPS.closeFillStroke, OPS.closeEOFillStroke].includes(paint);
  if (!filled && !stroked && !both) return;
  for (const points of figuresOf(data?.[0] ?? [], matrix)) {
    if (filled) thinBox(points, rules);
    else for (let n = 1; n < points.length; n++) rule(points[n - 1], points[n], rules);
  }
}

/** The straight figures of a path; one with curves is left out. */
function figuresOf(data, matrix) {
  const figures = [];
  let points = [];
  const point = (x, y) => [matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]];
  const end = () => {
    if (points.length > 1) figures.push(points);
    points = [];
  };
  for (let n = 0; n < data.length; ) {
    const op = data[n++];
    if (op === MOVE) {
      end();
      points = [point(data[n], data[n + 1])];
      n += 2;
    } else if (op === LINE) {
      points.push(point(data[n], data[n + 1]));
      n += 2;
    } else if (op === CLOSE) points.push(points[0]);
    else {
      points = [];
      n += op === CURVE ? 6 : op === QUADRATIC ? 4 : data.length;
    }
  }
  end();
  return figures;
}

function thinBox(points, rules) {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [left, right, low, high] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  if (high - low < THIN) rule([left, (low + high) / 2], [right, (low + high) / 2], rules);
  else if (right - left < THIN) rule([(left + right) / 2, low], [(left + right) / 2, high], rules);
}

function rule([x1, y1], [x2, y2], { across, down }) {
  if (Math.abs(y1 - y2) < 1 && Math.abs(x1 - x2) > THIN)
    across.push({ at: (y1 + y2) / 2, from: Math.min(x1, x2), to: Math.max(x1, x2) });
  else if (Math.abs(x1 - x2) < 1 && Math.abs(y1 - y2) > THIN)
    down.push({ at: (x1 + x2) / 2, from: Math.min(y1, y2), to: Math.max(y1, y2) });
}

function times([a, b, c, d, e, f], [g, h, i, j, k, l]) {
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}
