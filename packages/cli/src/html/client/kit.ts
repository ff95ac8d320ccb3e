// The functions of the page by the names under which they stand in it. Each is written out as it is, so it uses what it is given and nothing else.
import { detail } from "./detail.js";
import { element } from "./element.js";
import { facets } from "./facets.js";
import { list } from "./list.js";
import { main } from "./main.js";
import { model } from "./model.js";
import { leftOut, trend } from "./overview.js";
import { sentence } from "./sentence.js";

export const kit = { element, sentence, model, list, facets, detail, trend, leftOut, main };
