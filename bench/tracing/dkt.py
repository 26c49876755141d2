"""Deep knowledge tracing (Piech et al. 2015) in PyTorch, as it is usually written: how many answers it learns from in a second."""
import json
import sys
import time

import torch
from torch import nn
from torch.nn import functional as F

# As in pyKT and most other implementations.
LONGEST, BATCH, RATE = 200, 64, 1e-3


class Dkt(nn.Module):
    def __init__(self, skills, hidden):
        super().__init__()
        self.skills = skills
        self.interactions = nn.Embedding(2 * skills, hidden)
        self.cells = nn.LSTM(hidden, hidden, batch_first=True)
        self.dropout = nn.Dropout(0.2)
        self.output = nn.Linear(hidden, skills)

    def forward(self, skills, right):
        """Log-odds of the answers to all skills after each interaction."""
        states, _ = self.cells(self.interactions(skills + self.skills * right))
        return self.output(self.dropout(states))


def batches_of(learners, sort):
    """Pieces of at most 200 interactions, padded to the longest of their batch (sorted) or to 200 (as they come)."""
    pieces = [
        (skills[start : start + LONGEST], right[start : start + LONGEST])
        for skills, right in learners
        for start in range(0, len(skills), LONGEST)
    ]
    pieces = [piece for piece in pieces if len(piece[0]) > 1]
    if sort:
        pieces.sort(key=lambda piece: len(piece[0]))
    for start in range(0, len(pieces), BATCH):
        group = pieces[start : start + BATCH]
        length = max(len(skills) for skills, _ in group) if sort else LONGEST
        skills = torch.zeros(len(group), length, dtype=torch.long)
        right = torch.zeros(len(group), length, dtype=torch.long)
        mask = torch.zeros(len(group), length)
        for row, (asked, answers) in enumerate(group):
            skills[row, : len(asked)] = torch.tensor(asked)
            right[row, : len(asked)] = torch.tensor(answers)
            mask[row, : len(asked)] = 1
        yield skills, right, mask


def train(model, optimizer, batch):
    skills, right, mask = batch
    optimizer.zero_grad()
    log_odds = model(skills[:, :-1], right[:, :-1])
    asked = log_odds.gather(2, skills[:, 1:].unsqueeze(2)).squeeze(2)
    losses = F.binary_cross_entropy_with_logits(asked, right[:, 1:].float(), reduction="none")
    seen = mask[:, 1:]
    ((losses * seen).sum() / seen.sum()).backward()
    optimizer.step()


def main():
    job = json.loads(sys.argv[1])
    torch.manual_seed(0)
    torch.set_num_threads(job["threads"])
    with open(job["file"], encoding="utf-8") as file:
        data = json.load(file)
    batches = list(batches_of(list(zip(data["skills"], data["right"])), job["sorted"]))
    model = Dkt(data["skillCount"], job["hidden"])
    optimizer = torch.optim.Adam(model.parameters(), lr=RATE, fused=True)
    # The first batch makes buffers that the others find.
    train(model, optimizer, batches[0])
    began, used = time.perf_counter(), time.process_time()
    for batch in batches:
        train(model, optimizer, batch)
    seconds, cpu_seconds = time.perf_counter() - began, time.process_time() - used
    interactions = sum(len(skills) for skills in data["skills"])
    print(json.dumps({"interactions": interactions, "seconds": seconds, "cpuSeconds": cpu_seconds}))


main()
