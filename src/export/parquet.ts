/** Parquet with real dates and integers; what hangs on a task stands as JSON in columns of its own. */
import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import type { ExportedTask } from '../model/exported.js';
import { VERSION } from '../model/version.js';
import type { Column, Value } from './columns.js';
import type { Sink } from './sink.js';

const NESTED = ['assignments', 'deadlines', 'targets', 'measures', 'diagnostics', 'evidence'] as const;
/** Tasks of a row group: what is in memory at once. */
const GROUP = 5_000;

type SchemaElement = ConstructorParameters<typeof ParquetWriter>[0]['schema'][number];

const TYPES = {
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  integer: { type: 'INT32' },
  date: { type: 'INT32', converted_type: 'DATE' },
} as const satisfies Record<Column['type'], Partial<SchemaElement>>;

function schemaOf(columns: readonly Column[]): SchemaElement[] {
  return [
    { name: 'root', num_children: columns.length + NESTED.length },
    ...columns.map(({ key, type }) => ({ name: key, repetition_type: 'OPTIONAL', ...TYPES[type] }) as const),
    ...NESTED.map(
      (name) => ({ name, repetition_type: 'REQUIRED', type: 'BYTE_ARRAY', converted_type: 'JSON' }) as const,
    ),
  ];
}

function cell(value: Value, type: Column['type']): Value | Date {
  return type === 'date' && typeof value === 'string' ? new Date(`${value}T00:00:00Z`) : value;
}

/** What the writer has, without what it keeps for itself. */
async function drain(writer: ByteWriter, sink: Sink): Promise<void> {
  const bytes = writer.getBytes().slice();
  writer.index = 0;
  await sink.write(bytes);
}

export async function writeParquet(
  tasks: Iterable<ExportedTask>,
  columns: readonly Column[],
  sink: Sink,
): Promise<void> {
  const bytes = new ByteWriter();
  const parquet = new ParquetWriter({ writer: bytes, schema: schemaOf(columns), createdBy: `taizhang ${VERSION}` });
  let n = 0;
  let group: ExportedTask[] = [];
  const writeGroup = async () => {
    const first = n - group.length + 1;
    await parquet.write({
      columnData: [
        ...columns.map(({ key, type, value }) => ({
          name: key,
          data: group.map((task, i) => cell(value(task, first + i), type)),
        })),
        ...NESTED.map((name) => ({ name, data: group.map((task) => task[name]) })),
      ],
      rowGroupSize: GROUP,
    });
    group = [];
    await drain(bytes, sink);
  };
  for (const task of tasks) {
    n += 1;
    group.push(task);
    if (group.length === GROUP) await writeGroup();
  }
  if (group.length > 0) await writeGroup();
  await parquet.finish();
  await drain(bytes, sink);
}
