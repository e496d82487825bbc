/** Facts read off documents by hand: the shape of *.gold.json. Nothing in this repository writes them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

export interface GoldTask {
  seq: number;
  plan?: string | null;
  path?: string[];
  mandate?: string | null;
  ordinal?: string | null;
  title?: string | null;
  bodyStart: string;
  bodyEnd?: string | null;
  measures?: number;
  lead?: string[];
  responsible?: string[];
  support?: string[];
  openEnded?: string[];
  deadline?: { kind: string; due: string | null; phases?: { due: string | null }[] } | null;
  milestones?: { due: string | null }[];
}

export interface Gold {
  document?: {
    title?: string | null;
    docNumber?: string | null;
    issuer?: string | null;
    issuedOn?: string | null;
    publishedOn?: string | null;
    indexNumber?: string | null;
    validity?: string | null;
    kind?: string | null;
    recipients?: string[];
    copiedTo?: string[];
  };
  plans?: string[];
  reporting?: { frequency?: string; day?: number | null; dates?: string[] }[];
  tasks?: GoldTask[];
  sectionLeads?: { heading: string; chief?: string | null; lead?: string[] }[];
  firstIsLead?: string | null;
  truncated?: boolean;
  cases?: { title: string; region: string | null; practices: string[] }[];
}

/** The gold of a folder by the slug of its document; null where there is no folder. */
export function readGold(folder: string): Map<string, Gold> | null {
  if (!existsSync(folder)) return null;
  const names = readdirSync(folder).filter((name) => name.endsWith('.gold.json') && name !== 'units.gold.json');
  return new Map(
    names.sort().map((name) => {
      const gold = JSON.parse(readFileSync(join(folder, name), 'utf8')) as Gold;
      return [basename(name, '.gold.json'), firstListedLead(gold)];
    }),
  );
}

/** 列第一位者为牵头单位: where a document declares it, the first-listed body leads. */
function firstListedLead(gold: Gold): Gold {
  if (!gold.firstIsLead) return gold;
  const tasks = gold.tasks?.map((task) => {
    const [first, ...others] = task.responsible ?? [];
    const hasLead = (task.lead ?? []).length > 0;
    return hasLead || first === undefined ? task : { ...task, lead: [first], responsible: others };
  });
  return tasks ? { ...gold, tasks } : gold;
}
