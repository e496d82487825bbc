/** Contacts only where they are asked for; also where a text happens to hold one. */
import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { parquetReadObjects } from 'hyparquet';
import { describe, expect, test } from 'vitest';
import { FORMATS } from '../../src/export/formats.js';
import type { ContactRow, DocumentRecord } from '../../src/model/model.js';
import { corpusLedger, toyLedger } from './ledgers.js';

type Space = ReturnType<typeof corpusLedger>;

/** All text of an export, whatever it is packed in. */
async function textOf(space: Space, format: string, ...flags: string[]): Promise<string> {
  expect((await space.run(['export', '--format', format, '--out', 'a', ...flags])).status).toBe(0);
  const bytes = readFileSync(space.path('a'));
  if (format === 'xlsx')
    return Object.values(unzipSync(bytes))
      .map((part) => Buffer.from(part).toString())
      .join('\n');
  if (format !== 'parquet') return bytes.toString().replaceAll('\r\n ', '').replaceAll('\\', '');
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
  return JSON.stringify(await parquetReadObjects({ file }));
}

const PHONE = '029-5550123';
const PERSON = '钱小某';

/** A task whose body, title and deadline hold the contacts of the document; the person is a chief as well. */
function withContacts(record: DocumentRecord): DocumentRecord {
  const document_id = record.document.id;
  const row = (seq: number, kind: ContactRow['kind'], value: string) => ({
    ...{ document_id, seq, kind, value, span_start: 0, span_end: 1 },
  });
  return {
    ...record,
    contacts: [row(1, 'person', PERSON), row(2, 'phone', PHONE), row(3, 'phone', PHONE.slice(4))],
    tasks: record.tasks.map((task) => ({ ...task, title: `请拨${PHONE}`, deadline_text: `致电${PHONE}` })),
  };
}
const TEXT = `# 方案（${PHONE}）\n- 联系${PERSON}，电话${PHONE} | lead 甲局 | by 2023-09-30 | measure 打${PHONE}\n? 拨打${PHONE}`;

describe.each(FORMATS)('%s', (format) => {
  test('no contact of the corpus', async () => {
    const space = corpusLedger();
    const contacts = space.query(
      'SELECT DISTINCT value FROM contacts WHERE document_id IN (SELECT document_id FROM tasks)',
    );
    expect(contacts.length).toBeGreaterThan(3);
    const plain = await textOf(space, format);
    for (const [value] of contacts) expect(plain).not.toContain(value);
    const full = await textOf(space, format, '--contacts');
    // The calendar shows those of documents with dates alone.
    const shown = contacts.filter(([value]) => full.includes(String(value)));
    expect(shown.length).toBeGreaterThan(format === 'ics' ? 0 : contacts.length - 1);
  });

  test('a contact inside a text is masked by as many ■, a chief stays', async () => {
    const space = toyLedger(TEXT.replace('| lead', `| chief ${PERSON} | lead`), withContacts);
    const plain = await textOf(space, format);
    expect(plain).not.toContain(PHONE);
    expect(plain).not.toContain(PHONE.slice(4));
    expect(plain).toContain(`联系${'■'.repeat(3)}，电话${'■'.repeat(11)}`);
    expect(plain.replace(/联系人：/g, '')).toContain(PERSON);
    const full = await textOf(space, format, '--contacts');
    expect(full).toContain(`联系${PERSON}，电话${PHONE}`);
  });
});
