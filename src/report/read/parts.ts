/** One document of the report: its head, its tasks and findings for the index, its text with all places. */
import type { DocumentHead, DocumentText, Finding, Task } from '../data.js';

export interface DocumentParts {
  head: DocumentHead;
  tasks: Task[];
  findings: Finding[];
  text: DocumentText;
}
