// How documents are read: where statuses stand, what legends say, and what is no statement.
import { scanMarkdown } from "@caio/repo-model/markdown";
import { repoPath, sourceText } from "@caio/repo-model/text";
import { describe, expect, it } from "vitest";
import { entityName } from "./entity.js";
import { legendOf, vocabularies } from "./legend.js";
import { statementsOf } from "./statements.js";
import { defaultVocabulary } from "./vocabulary.js";

function read(text: string): readonly string[] {
  const source = sourceText(repoPath("a.md"), text);
  const markdown = scanMarkdown(text);
  const vocabulary = vocabularies({}, defaultVocabulary)(source, markdown);
  const { statements } = statementsOf(source, markdown, { vocabulary, sections: [], dated: true });
  return statements.map(({ slot, label, token }) => `${slot} ${entityName(label)}${label.title === "" ? "" : ` (${label.title})`} ${token.state}`);
}

describe("slots", () => {
  it.each([
    ["## Phase 2 COMPLETED: Streaks", ["heading Phase 2 (Streaks) done"]],
    ["## ✅ **PHASE 2 COMPLETED: Streaks**", ["heading Phase 2 (Streaks) done"]],
    ["## 🚧 Phase 2: Streaks (IN PROGRESS)", ["heading Phase 2 (Streaks) in-progress"]],
    ["## Phase 1 (✅ Complete): Heap", ["heading Phase 1 (Heap) done"]],
    ["### ✅ COMPLETED - Phase 1: Tables", ["heading Phase 1 (Tables) done"]],
    ["## Next Phase: Phase 5 - Admin", ["heading Phase 5 (Admin) pending"]],
    ["**Phase 2: Feed (PLANNED)**\n- [ ] x", ["bold Phase 2 (Feed) pending"]],
    ["**Phase 4 (Live telemetry)**: ✅ Complete - throttled", ["bold Phase 4 (Live telemetry) done"]],
    ["**Phase 8 - Deployment** ✅ COMPLETE", ["bold Phase 8 (Deployment) done"]],
    ["1. ~~**Phase 3: Payments** - cards~~ ✅ COMPLETE", ["item Phase 3 (Payments) done"]],
    ["1. **Phase 8: Tests** - dev → main ✏️ NEXT", ["item Phase 8 (Tests) pending"]],
    ["# US-016 — Audit\n\n**Status**: In Progress", ["line US-16 (Audit) in-progress"]],
    ["# US-018: Telemetry\n\n## Status\n\n**Status**: Complete", ["line US-18 (Telemetry) done"]],
    ["| ID | Title | Status |\n|---|---|---|\n| ADR-7 | Queue | Done |", ["cell ADR-7 (Queue) done"]],
    ["| Phase | Status | Progress |\n|---|---|---|\n| 1. Base | ⚪ Not Started | 0% |", ["cell Phase 1 (Base) pending"]],
    ["---\nstatus: done\n---\n\n# Phase 3: Store", ["value Phase 3 (Store) done"]],
    ["---\nid: US-7\ntitle: Login\nstatus: 'in progress' # soon\n---\n", ["value US-7 (Login) in-progress"]],
    ["---\nphase: 4\nstatus: blocked\n---\n\n# Anything", ["value Phase 4 blocked"]],
    ["## Phase 2: Store - 0% complete", ["heading Phase 2 (Store) pending"]],
    ["## Phase 2: Store - 60% complete", ["heading Phase 2 (Store) in-progress"]],
    ["- Phase 2: Store (not done)", ["item Phase 2 (Store) pending"]],
    ["## Phase 2: Store ❌ Done", ["heading Phase 2 (Store) done"]],
    ["- **Child unit**: [WU-13-01: Panel](wu.md) (Status: In Progress, Completion: 30%)", ["item WU-13.1 (Panel) in-progress"]],
    ["# Story: Login form\n\n## Metadata\n\n- **ID**: US-16\n- **Status**: Done", ["line US-16 (Login form) done"]],
    ["# Epic 4: Search\n\n## Status\n\n| Field | Value |\n|---|---|\n| Status | Completed |\n| Owner | Ops |", ["line Epic 4 (Search) done"]],
    ["- `PR-11` task views ✅ (v0.1)", ["item PR-11 (task views) done"]],
    ["- **Phase 5**: ⏳ Ledger integration (1 h)", ["item Phase 5 (Ledger integration) pending"]],
    ["**Phase 5**: 7/7 tasks (100%) ✅ COMPLETE", ["bold Phase 5 done"]],
    ["## Phase 0: Planning & Setup\n\n**Status**: Done\n\n## Phase 1: Store", ["line Phase 0 (Planning & Setup) done"]],
    ["## 📋 Phase 0: Base\n\n**Status**: Done", ["line Phase 0 (Base) done"]],
    ["## Phase 0: Base (Planning)", ["heading Phase 0 (Base) pending"]],
    ["| Phase | Tasks | Status |\n|---|---|---|\n| Phase 1 | Store | Done |\n| Phase 2 | 7 | Done |", ["cell Phase 1 (Store) done", "cell Phase 2 done"]],
    ["# US-14: Server\n# Sprint 1: Base\n\n**Status**: Done", ["line US-14 (Server) done"]],
    ["# PR-0011-task-views\n\n- Status: Complete", ["line PR-11 (task-views) done"]],
    ["### Phase 2: Agents\n\n**Status:** Backend complete, UI pending", ["line Phase 2 (Agents) partial"]],
    ["| Phase | Status |\n|---|---|\n| 1. Base | Core API shipped; web client in progress |", ["cell Phase 1 (Base) partial"]],
    ["### 📋 Phase 6: Watching - READY TO BUILD", ["heading Phase 6 (Watching) pending"]],
    ["| Phase | Status |\n|---|---|\n| Phase 4.3: Charts | ⏳ Ready |\n| Phase 4.4: Icons | 🟢 Ready |", ["cell Phase 4.3 (Charts) pending"]],
    ["- ⏳ Phase 3: Panels (partial - widget exists, full page pending)", ["item Phase 3 (Panels) partial"]],
    ["**Phase 3 Status**: 🟡 **IN PROGRESS** (70% complete)", ["bold Phase 3 in-progress"]],
    ["# Phase 3: Todo System - Frontend Components ✅ COMPLETE", ["heading Phase 3 (Todo System Frontend Components) done"]],
    ["# Phase 4: Canvas Rewrite - Implementation Summary\n\n**Status**: Done", ["line Phase 4 (Canvas Rewrite) done"]],
    ["**Phase 5 Complete** ✅ - History Scan, Webhooks", ["bold Phase 5 (History Scan, Webhooks) done"]],
    ["- ✅ [Phase 1: Cards](a.md)", ["item Phase 1 (Cards) done"]],
    ["### Phase 5: Search\n\n---\n\n**Status**: Complete ✅", ["line Phase 5 (Search) done"]],
    ["## Phase 8: Ports (Future)", ["heading Phase 8 (Ports) pending"]],
    ["**Phase 2: Feed** ✅ COMPLETE AND VERIFIED", ["bold Phase 2 (Feed) done"]],
    ["## [DONE] Phase 2: Feed", ["heading Phase 2 (Feed) done"]],
    ["## (in progress) Phase 2: Feed", ["heading Phase 2 (Feed) in-progress"]],
    ["## Phase 2: Feed :white_check_mark:", ["heading Phase 2 (Feed) done"]],
    ["## Phase 2: Feed | Status: Done", ["heading Phase 2 (Feed) done"]],
    ["## Phase 2: Feed\n\n> **Status:** ✅ Done", ["line Phase 2 (Feed) done"]],
    ["## Phase 2: Feed\n\n**Status** — Done", ["line Phase 2 (Feed) done"]],
    ["## Phase 2: Feed\n\n✅ **Complete**\n\nText.", ["line Phase 2 (Feed) done"]],
    ["## Phase 2: Feed\n\n**Spec:** a.md · **Status:** Planned · **Risk:** done", ["line Phase 2 (Feed) pending"]],
    ["## Phase 2: Feed\n\n### Tasks\n\n- [x] a\n\n**Status:** Done\n**Owner:** me\n\n---\n\n## Notes", ["line Phase 2 (Feed) done"]],
    ["# Technical Specification: Milestone 2 - Feed\n\n**Status:** ✅ IMPLEMENTATION COMPLETE", ["line Milestone 2 (Feed) done"]],
    ["✅ Phase 1: Heap\n✅ Phase 2: Feed", ["bold Phase 1 (Heap) done", "bold Phase 2 (Feed) done"]],
    ["Phase 2: Feed ✅", ["bold Phase 2 (Feed) done"]],
    ["- Milestone 2 (M2): done", ["item Milestone 2 done"]],
    ["| # | Phase | Status |\n|---|---|---|\n| 2 | Feed | Done |", ["cell Phase 2 (Feed) done"]],
    ["| Milestone | Goal | Status |\n|---|---|---|\n| M2 | Feed | Done |", ["cell Milestone 2 (Feed) done"]],
    ["| ID | Title | Status |\n|---|---|---|\n| M-062 | Feed | Done |", ["cell M-62 (Feed) done"]],
    ["## Phase 2: Feed (100%)", ["heading Phase 2 (Feed) done"]],
    ["## Phase 2: Feed — 0%", ["heading Phase 2 (Feed) pending"]],
    ["## Phase 2: Feed (0%) - in progress", ["heading Phase 2 (Feed) in-progress"]],
    ["| Phase | Progress |\n|---|---|\n| Phase 2: Feed | 100% |", ["cell Phase 2 (Feed) done"]],
    ["## Mission 2: Feed (done)", ["heading Mission 2 (Feed) done"]],
    ["## Fase 2: Feed (completado)", ["heading Fase 2 (Feed) done"]],
    ["## Phase 2: Feed ✅ 已完成", ["heading Phase 2 (Feed) done"]],
    ["| Phase | Status |\n|---|---|\n| Phase 2: Feed | 🚧 Lists + forms wired |", ["cell Phase 2 (Feed) in-progress"]],
    ["## Phase 2 — Status: Complete", ["heading Phase 2 done"]],
    ["### Phase 2: Feed (Current Sprint)", ["heading Phase 2 (Feed) in-progress"]],
    ["### Phase 3: Heap (Next Quarter)", ["heading Phase 3 (Heap) pending"]],
    ["Phase 7:  Feed   ████████████ 100%% ✅", ["bold Phase 7 (Feed) done"]],
    ["# Phase 6 - Task 6.3: Upload of files - IN PROGRESS 🔄", ["heading Phase 6 task 6.3 (Upload of files) in-progress"]],
    ["# US-16 - Part 2: Upload (done)", ["heading US-16 part 2 (Upload) done"]],
    ["# Phase 3: Page redesign\n\n## Phase 3 Status: 75% Complete", ["heading Phase 3 (Page redesign) in-progress"]],
    ["### Phase 5: Search 🔄\n\n**Status:** Not Started", ["line Phase 5 (Search) pending"]],
    ["- **Phase 3** - Link checks (4 h) **PENDING**", ["item Phase 3 (Link checks) pending"]],
    ["- Phase 3: Link checks **Done** (in May)", ["item Phase 3 (Link checks) done"]],
    ["### Phase 6: Mobile panels NOT STARTED (0%)", ["heading Phase 6 (Mobile panels) pending"]],
    ["### Phase 2: Public API MOSTLY COMPLETE", ["heading Phase 2 (Public API) partial"]],
    ["## Phase 2: Feed (Current)", ["heading Phase 2 (Feed) in-progress"]],
    ["## Phase 2: Feed 🔄 CURRENT", ["heading Phase 2 (Feed) in-progress"]],
    ["## Phase 2: Feed (🎯 THIS SPRINT - 4 hours)", ["heading Phase 2 (Feed) in-progress"]],
    ["**Current Phase**: Phase 2: Feed", ["bold Phase 2 (Feed) in-progress"]],
    ["- M1: Base of it ← **Current**", ["item Milestone 1 (Base of it) in-progress"]],
    ["## M2.1 — Storage ✅", ["heading Milestone 2.1 (Storage) done"]],
    ["# P\n\n## Phase 2: Documentation\n\n### Phase 2.1: Feed ✅", ["heading Phase 2.1 (Feed) done"]],
    ["| Phase | Status |\n|---|---|\n| Phase 3 (week 2) | Done |\n| Phase 4 - Storage | Done |", ["cell Phase 3 done", "cell Phase 4 (Storage) done"]],
    ["| Phase | Plans Complete | Status | Completed |\n|---|---|---|---|\n| 1. Base | 2/2 | Complete | 2026-03-02 |", ["cell Phase 1 (Base) done"]],
    ["# P\n\n## ✅ Completed phases (2)\n\n- Phase 1: Base\n- ~~Phase 2: Feed~~", ["item Phase 1 (Base) done"]],
    [
      "# P\n\n## In Progress\n\n### Phase 2: Feed\n\n## Planned\n\n- Phase 3: Heap - of all",
      ["heading Phase 2 (Feed) in-progress", "item Phase 3 (Heap) pending"],
    ],
  ])("%s", (text, expected) => {
    expect(read(`${text}\n`)).toEqual(expected);
  });

  it.each([
    "**Phase 1** is complete when all boxes are ticked.",
    "- UTF-8: done",
    "- SHA-256 ✅",
    "---\nstatus: draft\n---\n\n# Phase 3: Store",
    "---\nstatus: done\n---\n\n# Notes",
    "## Phase 3 Roadmap\n\nStatus: done",
    "## Phase 2: ~~done~~",
    "Phase 3 was complete in May.",
    "> **Phase 2: Feed (PLANNED)**",
    "## Phase 0: Planning & research",
    "### Phase 0 (Planning)",
    "## Phase 0: Planning\n\n**Status**: Done",
    "- Phase 5: 📋 Lists of stores",
    "- US-12 is needed by the cart ✅",
    "- US-3-5: done",
    "- **Needs**: WU-13: Panel (done)",
    "# Notes\n\n| Field | Value |\n|---|---|\n| Status | Completed |",
    "- 🔄 [Phase 2: Protocol](a.md)",
    "### Phase 2 Complete ⏳",
    "### Phase 5: Search\n\n- Ranking\n\n---\n\n**Version**: 1.0\n**Status**: Complete ✅",
    "### 🏗️ Phase 0: Base\n\n### 🧱 Phase 1: Core\n\n### 🔧 Phase 2: Tools\n\n### 🔄 Phase 3: Flows\n\n### 🔌 Phase 4: Ports\n\n### 🕸️ Phase 5: Graphs\n\n### ✅ Phase 6: Tests",
    "**Phase 3 complete** - see the notes",
    "✅ **Phase 3 Complete - No changes needed**",
    "- ✅ **Phase 2**: Agents - Backend complete, UI pending",
    "## Phase 2: Agents\n\n**Status:** Waits until the backend is complete, then the UI is pending",
    "## Phase 2: Agents\n\n**Status:** Ready",
    "## Phase 2: Feed (40%)",
    "## Phase 2: Feed for 100% of all",
    "## Phase 2: Feed ✅ + forms ⏳",
    "# Technical Specification: Milestone 2 - Feed\n\n**Status:** ✅ Done",
    "## Phase 2: Feed\n\nText.\n\n> **Status:** Done",
    "## Phase 2: Feed\n\n### Task 3: Heap\n\n**Status:** Done\n\n## Notes",
    "## Phase 2: Feed\n\n### Tasks\n\n**Status:** Done\n\nMore text.\n\n## Notes",
    "We wait for all that comes before\nPhase 2: Feed (done) and go on.",
    "## Phase 2: Feed\n\nComplete the forms.",
    "- M-6 ✅",
    "# TODO — Phase 1: Parser",
    "| Phase | Status |\n|---|---|\n| Phase 2: Feed | ✅ Ready |\n| Phase 3: Heap | ✅ Lists (forms pending) |\n| Phase 4: Rows | 🎯 Lists |",
    "| # | Name | Status |\n|---|---|---|\n| 2 | Feed | Done |",
    "- Phase 3: Link checks **done** by all",
    "## Phase 2: LEDGER STORE DONE",
    "## Phase 2: Feed\n\n**Status:** Current",
    "## Phase 2: Feed (Current runtime)",
    "# TODO\n\n- Phase 1: Base",
    "# P\n\n## Next\n\n- Phase 1: Base",
    "# P\n\n## Done when\n\n- Phase 1: Base",
    "# P\n\n## Completed\n\n- Phase 1: Base, forms not started\n\n### Backend\n\n- Phase 2: Feed",
    "| Category | Item | Status |\n|---|---|---|\n| UAT | Phase 03 (storage) — 2 pending scenarios | deferred |",
    "| Requirement | Phase | Status |\n|---|---|---|\n| TEST-01 | Phase 1 | Pending |\n| UTF-8 | Phase 2 | Done |",
    "# P\n\n## 📚 Documentation Coverage\n\n### Phase 2: Feed ✅ COMPLETE\n\n**Status:** Done",
    "### AD-002: Next.js and its routes",
    "- M1-Max: done",
    "- CQ-M1: done",
    "- M1–M3: done",
  ])("nothing is stated by %s", (text) => {
    expect(read(`${text}\n`)).toEqual([]);
  });
});

describe("legends", () => {
  it.each([
    ["## Legend\n\n- 🟡 In Progress\n- ⚠️ = Done\n", { "🟡": "in-progress", "⚠": "done" }],
    ["**Status Legend:** ✅ Done | 🟢 In progress | 🔴 Blocked\n", { "✅": "done", "🟢": "in-progress", "🔴": "blocked" }],
    ["Legend:\n\n- 🟢 complete\n- 🔴 not started\n", { "🟢": "done", "🔴": "pending" }],
    ["### Key\n\n| Icon | Meaning |\n|---|---|\n| 🟡 | WIP |\n", { "🟡": "in-progress" }],
    ["## Keys\n\n🟡 WIP\n", {}],
    ["## Legend\n\n🟡 sunny\n", {}],
  ])("%s", (text, expected) => {
    expect(legendOf(sourceText(repoPath("a.md"), text), scanMarkdown(text), defaultVocabulary)).toEqual(expected);
  });

  it("a legend overrides the defaults in its document; words still beat icons", () => {
    const legend = "## Legend\n\n- ✅ planned\n- ⚠️ complete\n";
    expect(read(`${legend}\n## Phase 1: A ✅\n\n## Phase 2: B ⚠️\n\n## Phase 3: C ✅ Done\n`)).toEqual([
      "heading Phase 1 (A) pending",
      "heading Phase 2 (B) done",
      "heading Phase 3 (C) done",
    ]);
    expect(read("## Phase 1: A ✅\n\n## Phase 2: B ⚠️\n")).toEqual(["heading Phase 1 (A) done"]);
  });
});
