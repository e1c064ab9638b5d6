/** 中文 texts of the files of an evaluation. */
export const zhDocuments = {
  documents: {
    title: '打印与导出',
    hint: '每份文件都有页码和二维码，二维码中是本自评的网址和内容指纹。审计和审核人员的每次导出都会记入办理过程。',
    name: {
      report: '自评报告',
      'self-evaluation': '自评表',
      'base-data': '基础数据表',
      opinions: '审核意见表',
      trail: '办理过程全文',
    },
    format: { pdf: 'PDF', docx: 'Word', xlsx: 'Excel' },
    download: '下载{{name}} {{format}}',
    preparing: '正在生成…',
    back: '导入填好的表格',
    backHint: '可将上面的 Excel 表格下载后在外填写，再从这里导入：只更新在表格中改过的栏目。',
    took: '已更新 {{fields}} 栏；表格中改过 {{edited}} 处，{{unread}} 处未能识别。',
    unread: '未能识别的单元格',
    summary: '导出汇总表',
  },
  attachments: {
    title: '附件（佐证材料）',
    none: '没有附件。',
    size: '{{size}} KB',
    add: '上传附件',
    uploading: '上传进度',
    remove: '移除附件 {{name}}',
    removeShort: '移除',
  },
};
