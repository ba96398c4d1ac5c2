/** A table for people: columns as wide as they must be, numbers to the right. */
export function printTable(rows: Record<string, string | number>[]): void {
  const [first] = rows;
  if (!first) return;
  const names = Object.keys(first);
  const widths = names.map((name) =>
    Math.max(name.length, ...rows.map((row) => String(row[name] ?? "").length)),
  );
  const line = (cells: (string | number)[]) =>
    cells
      .map((cell, i) =>
        typeof cell === "number" ? String(cell).padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0),
      )
      .join("  ")
      .trimEnd();
  console.log(line(names));
  console.log(widths.map((width) => "-".repeat(width)).join("  "));
  for (const row of rows) console.log(line(names.map((name) => row[name] ?? "")));
}

/** The last line of every bench: its figures as one line of JSON. */
export function printFigures(figures: Record<string, number | string | object>): void {
  console.log(JSON.stringify(figures));
}
