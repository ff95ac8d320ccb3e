// The HTML report: one file that needs no network.
import type { Report, ReportWorld } from "@caio/repo-model/report";
import { gatherView } from "./gather.js";
import { page } from "./page.js";

/** The page of a run. The same run gives the same bytes. */
export async function html(report: Report, world: ReportWorld): Promise<string> {
  return page(await gatherView(report, world));
}
