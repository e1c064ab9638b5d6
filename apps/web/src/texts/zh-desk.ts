/** 中文 texts of getting on with one's work: what comes next, and what stands in the way. */
export const zhDesk = {
  desk: {
    next: '下一件待办',
    before: '送审前检查',
    ready: '没有阻碍送审的事项。',
    blocks: '送审前还有 {{count}} 项待处理：',
    findings: '未处理的校验结果',
    sections: '未填写的提纲内容',
    returns: '未答复的退回意见',
    steps: '送审前的手续',
    step: {
      check: '单位审核',
      sign: '负责人签字',
      submit: '送审',
    },
    done: '已完成',
    waits: '待办理',
    goTo: '去处理',
  },
};
