/** 关于由哪个模型服务的用语，挂载在 `models`；其接口的拒绝说明并入 `api`。 */
export const modelsZh = {
  title: '由哪个模型服务',
  intro:
    '新训练的模型先作为挑战者：它已为所有记录评分，但这些评分不会显示给任何人。由管理员提议启用，再由使用其评分的人批准或否决。',
  none: '还没有模型在服务：首个训练完成的模型会立即投入服务。',
  model: '模型',
  state: '状态',
  auroc: 'AUROC',
  brier: 'Brier 分数',
  difference: '{measure}之差',
  action: '操作',
  states: { champion: '现任模型', challenger: '挑战者', previous: '上一任模型' },
  trained: '训练于 {date}',
  interval: '{lower} 至 {upper}',
  verdicts: {
    better: '优于现任模型',
    worse: '不如现任模型',
    notDistinguishable: '无法区分',
  },
  compared:
    '与现任模型之差及其 95% 区间，在两个模型都留出的 {rows} 行上计算（{events} 例事件）。AUROC 越高越好，Brier 分数越低越好。',
  notComparable: '未列出差值的模型与现任模型没有共同的留出数据行，无法在相同的数据上比较。',
  noCard: '此模型卡的格式本版本无法读取。',
  propose: '提议启用',
  putBack: '恢复',
  approve: '批准',
  decline: '否决',
  cancel: '取消',
  proposed: '{name}提议启用 {model}。',
  waits: '等待使用其评分的人批准或否决。',
  reason: '理由',
  reasonHint: '将与决定一起永久保存。',
  reasonMissing: '请说明理由，它会与决定一起保存。',
  offline: '服务器没有响应。没有任何改动，请重试。',
  dialogs: {
    propose: {
      title: '提议启用 {model}',
      text: '经使用其评分的人批准后才会投入服务，在此之前一切不变。',
    },
    approve: {
      title: '批准 {model}',
      text: '它将立即投入服务，之后仍可恢复现任模型。',
    },
    decline: {
      title: '否决 {model}',
      text: '它不再是挑战者，其评分会被删除。现任模型继续服务。',
    },
    putBack: {
      title: '恢复 {model}',
      text: '它将立即投入服务，现任模型转为挑战者。',
    },
  },
  history: '历次决定（{count}）',
  decision: '决定',
  when: '时间',
  who: '决定者',
  house: 'Praxis 按规则',
  kinds: {
    promoted: '投入服务',
    registered: '成为挑战者',
    proposed: '被提议启用',
    approved: '获批准并投入服务',
    declined: '被否决',
    putBack: '被恢复并投入服务',
  },
};

export const modelRefusalsZh = {
  unknownModel: '此结局没有这个模型。',
  noScores: '此模型的评分已不再保存，请重新训练。',
  alreadyChampion: '此模型已在服务。',
  alreadyProposed: '另有提议等待答复，请先处理。',
  unknownProposal: '没有这个提议。',
  alreadyAnswered: '此提议已有答复。',
  ownProposal: '您自己的提议须由他人答复。',
  staleProposal: '提议之后已换由另一个模型服务，请重新提议。',
  notApproved: '模型须经批准的提议才能投入服务；只有上一任模型可以直接恢复。',
};
