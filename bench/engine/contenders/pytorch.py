"""The process of the PyTorch contender. It speaks the same lines as main.ts, and reads the same numbers from a file."""
import json
import os
import sys
import time

# The same numbers stand in optimizer.ts.
BETAS, EPSILON = (0.9, 0.999), 1e-8
FIRST_STEPS, FIRST_SECONDS = 3, 4.0


def say(**message):
    sys.stdout.write(json.dumps(message) + "\n")
    sys.stdout.flush()


try:
    import numpy
    import torch
    from torch import nn
    from torch.nn import functional as F
except ImportError as error:
    say(kind="failed", message=f"PyTorch is missing: {error}")
    sys.exit(1)


def read_numbers(folder):
    with open(os.path.join(folder, "data.json"), encoding="utf-8") as file:
        layout = json.load(file)
    numbers = numpy.fromfile(os.path.join(folder, "data.bin"), dtype=numpy.uint8)

    def tensor(entry):
        size = 4 * int(numpy.prod(entry["shape"]))
        part = numbers[entry["offset"] : entry["offset"] + size]
        kind = numpy.float32 if entry["dtype"] == "float32" else numpy.int32
        found = torch.from_numpy(part.view(kind).reshape(entry["shape"]).copy())
        # PyTorch wants classes as int64.
        return found if entry["dtype"] == "float32" else found.long()

    def tensors(entries):
        return {name: tensor(entry) for name, entry in entries.items()}

    return tensors(layout["weights"]), tensors(layout["constants"]), [tensors(batch) for batch in layout["batches"]]


def linear(weight, bias=None):
    """A layer with the weights given as [inputs, outputs]."""
    layer = nn.Linear(weight.shape[0], weight.shape[1], bias=bias is not None)
    with torch.no_grad():
        layer.weight.copy_(weight.T)
        if bias is not None:
            layer.bias.copy_(bias)
    return layer


class Mlp(nn.Module):
    def __init__(self, weights, constants):
        super().__init__()
        self.layers = nn.Sequential(
            linear(weights["w0"], weights["b0"]),
            nn.ReLU(),
            linear(weights["w1"], weights["b1"]),
            nn.ReLU(),
            linear(weights["w2"], weights["b2"]),
        )

    def forward(self, batch):
        return F.binary_cross_entropy_with_logits(self.layers(batch["x"]), batch["y"])


class Predict(nn.Module):
    def __init__(self, weights, constants):
        super().__init__()
        self.layers = Mlp(weights, constants).layers

    def forward(self, x):
        return torch.sigmoid(self.layers(x))


class Ensemble(nn.Module):
    def __init__(self, weights, constants):
        super().__init__()
        self.members, self.wide, _ = weights["second"].shape
        columns = constants["slopes"].shape[0]
        # Every bin is one wide, so a unit is a shifted and clipped copy of its column.
        self.register_buffer("starts", constants["starts"].view(columns, -1))
        for name, value in weights.items():
            setattr(self, name, nn.Parameter(value))

    def forward(self, batch):
        z = batch["z"]
        units = (z.unsqueeze(2) - self.starts).clamp(0, 1).flatten(1)
        first = F.relu(torch.addmm(self.firstBias, torch.cat([units, z], 1), self.first))
        by_member = first.view(-1, self.members, self.wide).transpose(0, 1)
        second = F.relu(torch.baddbmm(self.secondBias, by_member, self.second))
        log_odds = torch.bmm(second, self.output).squeeze(2) + (z @ self.linear).T + self.bias
        labels = batch["y"].expand_as(log_odds)
        return F.binary_cross_entropy_with_logits(log_odds, labels, weight=batch["weight"])


class Block(nn.Module):
    heads = 4

    def __init__(self, weights, index):
        super().__init__()
        of = lambda name: weights[f"{name}{index}"]
        self.before, self.after = layer_norm(of("gainA"), of("shiftA")), layer_norm(of("gainB"), of("shiftB"))
        self.qkv, self.out = linear(of("qkv"), of("qkvBias")), linear(of("out"), of("outBias"))
        self.up, self.down = linear(of("up"), of("upBias")), linear(of("down"), of("downBias"))

    def forward(self, x):
        batch, length, width = x.shape
        joined = self.qkv(self.before(x)).view(batch, length, 3, self.heads, width // self.heads)
        query, key, value = joined.permute(2, 0, 3, 1, 4).unbind(0)
        mixed = F.scaled_dot_product_attention(query, key, value, is_causal=True)
        x = x + self.out(mixed.transpose(1, 2).reshape(batch, length, width))
        return x + self.down(F.relu(self.up(self.after(x))))


def layer_norm(gain, shift):
    layer = nn.LayerNorm(gain.shape[0], eps=1e-5)
    with torch.no_grad():
        layer.weight.copy_(gain)
        layer.bias.copy_(shift)
    return layer


class Transformer(nn.Module):
    def __init__(self, weights, constants):
        super().__init__()
        self.embedding = nn.Embedding.from_pretrained(weights["embedding"], freeze=False)
        self.positions = nn.Parameter(weights["positions"])
        count = sum(name.startswith("qkvBias") for name in weights)
        self.blocks = nn.Sequential(*[Block(weights, index) for index in range(count)])
        self.end = layer_norm(weights["gainEnd"], weights["shiftEnd"])
        self.head = linear(weights["head"])

    def forward(self, batch):
        x = self.blocks(self.embedding(batch["symbols"]) + self.positions)
        return F.cross_entropy(self.head(self.end(x)).flatten(0, 1), batch["targets"].flatten())


class Lstm(nn.Module):
    def __init__(self, weights, constants):
        super().__init__()
        features, hidden = weights["input"].shape[0], weights["recurrent"].shape[0]
        self.cells = nn.LSTM(features, hidden)

        def reordered(gates):
            """Input, forget, output, candidate, as the file has them, to PyTorch's order; gates first."""
            i, f, o, g = gates.T.chunk(4)
            return torch.cat([i, f, g, o])

        with torch.no_grad():
            self.cells.weight_ih_l0.copy_(reordered(weights["input"]))
            self.cells.weight_hh_l0.copy_(reordered(weights["recurrent"]))
            self.cells.bias_ih_l0.copy_(reordered(weights["inputBias"].unsqueeze(0)).squeeze(1))
            self.cells.bias_hh_l0.copy_(reordered(weights["recurrentBias"].unsqueeze(0)).squeeze(1))
        self.head = linear(weights["head"], weights["headBias"])

    def forward(self, batch):
        _, (last, _) = self.cells(batch["x"])
        return F.binary_cross_entropy_with_logits(self.head(last[0]), batch["y"])


MODELS = {"mlp": Mlp, "ensemble": Ensemble, "transformer": Transformer, "lstm": Lstm, "predict": Predict}


def optimizer_of(model, job):
    settings = {"lr": job["learningRate"], "betas": BETAS, "eps": EPSILON, "fused": True}
    if not job["decayed"]:
        return torch.optim.Adam(model.parameters(), **settings)
    decayed = [parameter for name, parameter in model.named_parameters() if name in job["decayed"]]
    free = [parameter for name, parameter in model.named_parameters() if name not in job["decayed"]]
    groups = [{"params": decayed, "weight_decay": job["weightDecay"]}, {"params": free, "weight_decay": 0.0}]
    return torch.optim.AdamW(groups, **settings)


def build(job):
    """A function that runs one step on a batch and gives back its loss or score."""
    weights, constants, batches = read_numbers(job["folder"])
    model = MODELS[job["work"]](weights, constants)
    run = torch.compile(model) if job["compiled"] else model
    if job["learningRate"] is None:
        model.eval()

        names = job["categories"]
        one_hot = dict(zip(names, torch.eye(len(names)).split(1)))
        rows = [(batch["x"], names[batch["category"].item()]) for batch in batches]

        def score(index):
            x, category = rows[index % len(rows)]
            with torch.inference_mode():
                return run(torch.cat([x, one_hot[category]], 1)).item()

        return score
    optimizer = optimizer_of(model, job)

    def train(index):
        optimizer.zero_grad()
        loss = run(batches[index % len(batches)])
        loss.backward()
        optimizer.step()
        return loss.item()

    return train


def resident_mb():
    try:
        with open("/proc/self/statm", encoding="utf-8") as file:
            return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20
    except OSError:
        import resource

        return max(1, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20)


def percentile(times, share):
    ordered = sorted(times)
    return ordered[max(0, -int(-share * len(ordered) // 1) - 1)]


def main(job):
    torch.set_num_threads(job["threads"])
    start = time.perf_counter()
    step = build(job)
    first, end = [], None
    while len(first) < FIRST_STEPS and (end is None or time.perf_counter() < end):
        first.append(step(len(first)))
        # What is compiled is compiled in the first step, which is not slow because the model is.
        end = end or time.perf_counter() + FIRST_SECONDS
    config = f"{'torch.compile' if job['compiled'] else 'eager'}, {job['threads']} thread{'s' * (job['threads'] > 1)}"
    setup = 1000 * (time.perf_counter() - start)
    say(kind="ready", config=config, firstResults=first, setupMs=setup, nodes=None, slow=None)
    done = len(first)
    for line in sys.stdin:
        command = json.loads(line)
        times, cpu, begin = [], time.process_time(), time.perf_counter()
        now = begin
        while len(times) < command["steps"] and (not times or now < begin + command["milliseconds"] / 1000):
            step(done)
            done += 1
            after = time.perf_counter()
            times.append(1000 * (after - now))
            now = after
        say(
            kind="round",
            steps=len(times),
            milliseconds=1000 * (now - begin),
            cpuMilliseconds=1000 * (time.process_time() - cpu),
            p50=percentile(times, 0.5),
            p99=percentile(times, 0.99),
            residentMb=resident_mb(),
        )


try:
    main(json.loads(sys.argv[1]))
except Exception as error:  # The parent prints it and goes on with the other contenders.
    say(kind="failed", message=f"{type(error).__name__}: {str(error).splitlines()[0] if str(error) else ''}")
    sys.exit(1)
