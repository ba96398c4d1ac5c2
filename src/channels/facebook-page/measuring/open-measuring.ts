import type { Measuring } from "../../conversing.ts";
import type { Tools } from "../graph.ts";
import type { FacebookPageSettings } from "../settings.ts";
import { readFigures } from "./read-figures.ts";

/** Reading figures of a Page and its posts (graph-api.md section 19), which gives way to posting where calls are few. */
export function openMeasuring(tools: Tools): Measuring<FacebookPageSettings> {
  const resting = new Map<string, Date>();
  return {
    readFigures: (account, of, metrics) => readFigures({ ...tools, resting }, account, of, metrics),
  };
}
