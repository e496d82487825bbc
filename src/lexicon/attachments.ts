/** Words and names around the attachments (附件) of a page. */

/** 附件：任务分工表 · 附表1 · 附 件 */
export const ATTACHMENT_MENTION = /附\s*[件表录图]|附\s*[:：]/;

/** Files that are never a document to this program: told, not fetched. */
export const UNREAD_ENDINGS: ReadonlySet<string> = new Set(
  'pdf doc docx wps xls xlsx et ppt pptx dps ofd ceb caj rtf zip rar 7z gz tar jpg jpeg png gif bmp tif tiff mp3 mp4'.split(' '),
);

/** Files that a link of the main content names as an attachment, whatever stands around it. */
export const FILE_ENDINGS: ReadonlySet<string> = new Set([
  'txt',
  ...'pdf doc docx wps xls xlsx et ppt pptx dps ofd ceb caj rtf zip rar 7z'.split(' '),
]);

/** Pages: attachments only where the document speaks of attachments. */
export const PAGE_ENDINGS: ReadonlySet<string> = new Set(['html', 'htm', 'shtml']);
