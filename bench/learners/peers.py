"""The peers: scikit-learn's and LightGBM's classifiers on the folds, rows and columns that the bench wrote into a folder.

It says a line of JSON for every peer and leaves its out-of-fold probabilities beside the data."""
import json
import os
import sys
import time
import warnings
from collections import namedtuple
from functools import partial


def say(**message):
    sys.stdout.write(json.dumps(message) + "\n")
    sys.stdout.flush()


try:
    import numpy
    from joblib import Parallel, delayed
    from sklearn.compose import ColumnTransformer
    from sklearn.ensemble import RandomForestClassifier
    from sklearn.impute import SimpleImputer
    from sklearn.linear_model import LogisticRegression, LogisticRegressionCV
    from sklearn.metrics import average_precision_score, brier_score_loss, roc_auc_score
    from sklearn.model_selection import StratifiedKFold
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import OneHotEncoder, StandardScaler
except ImportError as error:
    say(kind="absent", name="scikit-learn", reason=str(error))
    sys.exit(0)
try:
    import lightgbm
except ImportError as error:
    lightgbm = None
    say(kind="absent", name="lightgbm", reason=str(error))


Columns = namedtuple("Columns", "numbers categories")


class Data:
    """values [rows, features] with NaN for missing, a category as the position of its level; fold [repeats, rows] from 1."""

    def __init__(self, folder):
        with open(os.path.join(folder, "data.json"), encoding="utf-8") as file:
            told = json.load(file)
        rows, self.folds = told["rows"], told["folds"]
        kinds = told["kinds"]
        self.columns = Columns(
            numbers=[at for at, kind in enumerate(kinds) if kind != "category"],
            categories=[at for at, kind in enumerate(kinds) if kind == "category"],
        )
        self.values = self.read(folder, "values.bin", numpy.float32).reshape(rows, len(kinds)).astype(float)
        self.labels = self.read(folder, "labels.bin", numpy.uint8).astype(int)
        self.fold = self.read(folder, "fold.bin", numpy.int8).reshape(told["repeats"], rows)

    @staticmethod
    def read(folder, name, kind):
        return numpy.fromfile(os.path.join(folder, name), dtype=kind)


def numbers_of(columns, scaled):
    """Medians where a value is missing and a column that says so, standardised or not, and a column a level."""
    steps = [SimpleImputer(strategy="median", add_indicator=True)] + ([StandardScaler()] if scaled else [])
    return ColumnTransformer(
        [
            ("numbers", make_pipeline(*steps), columns.numbers),
            ("categories", OneHotEncoder(handle_unknown="ignore", sparse_output=False), columns.categories),
        ]
    )


def logistic(columns, seed):
    return make_pipeline(numbers_of(columns, True), LogisticRegression(C=1.0, max_iter=5000))


def logistic_chosen_penalty(columns, seed):
    # Shuffled: some files are sorted.
    folds = StratifiedKFold(5, shuffle=True, random_state=seed)
    model = LogisticRegressionCV(Cs=10, cv=folds, scoring="neg_log_loss", max_iter=5000)
    return make_pipeline(numbers_of(columns, True), model)


def random_forest(columns, seed):
    model = RandomForestClassifier(n_estimators=500, min_samples_leaf=5, random_state=seed)
    return make_pipeline(numbers_of(columns, False), model)


class Boosting:
    """LightGBM, which reads missing values and categories as they are."""

    def __init__(self, columns, seed, **settings):
        self.categories = columns.categories
        self.model = lightgbm.LGBMClassifier(random_state=seed, n_jobs=1, verbose=-1, **settings)

    def fit(self, values, labels):
        self.model.fit(values, labels, categorical_feature=self.categories)
        return self

    def predict_proba(self, values):
        return self.model.predict_proba(values)


def lightgbm_default(columns, seed):
    return Boosting(columns, seed)


def small_steps(leaves):
    """Many small steps that are strongly held back."""

    def build(columns, seed):
        return Boosting(
            columns,
            seed,
            n_estimators=700,
            learning_rate=0.02,
            num_leaves=leaves,
            min_child_samples=50,
            colsample_bytree=0.5,
            reg_lambda=10.0,
        )

    return build


peers = {
    "logistic regression": logistic,
    "logistic regression, chosen penalty": logistic_chosen_penalty,
    "random forest": random_forest,
}
if lightgbm is not None:
    peers["LightGBM, default"] = lightgbm_default
    peers["LightGBM, 700 small steps of 7 leaves"] = small_steps(7)
    peers["LightGBM, 700 small steps of 15 leaves"] = small_steps(15)


def scores(build, seed, values, labels, train, test):
    """Probabilities of the held-out rows, and how long the fit took with them."""
    # Of versions to come, and of columns that have one value in a fold.
    warnings.filterwarnings("ignore")
    start = time.perf_counter()
    model = build(seed).fit(values[train], labels[train])
    return model.predict_proba(values[test])[:, 1], time.perf_counter() - start


def out_of_fold(data, build):
    """Probabilities of rows that the model has not seen, [repeats, rows], and the seconds of all fits. Folds are side by side."""
    places = [(repeat, held) for repeat in range(len(data.fold)) for held in range(1, data.folds + 1)]
    tests = [data.fold[repeat] == held for repeat, held in places]
    found = Parallel(n_jobs=-1)(
        delayed(scores)(partial(build, data.columns), repeat, data.values, data.labels, ~test, test)
        for (repeat, _), test in zip(places, tests)
    )
    probabilities = numpy.full(data.fold.shape, numpy.nan)
    for (repeat, _), test, (one, _) in zip(places, tests, found):
        probabilities[repeat, test] = one
    return probabilities, sum(seconds for _, seconds in found)


def main(folder):
    data = Data(folder)
    for at, (name, build) in enumerate(peers.items()):
        probabilities, seconds = out_of_fold(data, build)
        file = f"peer-{at}.bin"
        probabilities.tofile(os.path.join(folder, file))
        figures = {
            "auroc": numpy.mean([roc_auc_score(data.labels, one) for one in probabilities]),
            "averagePrecision": numpy.mean([average_precision_score(data.labels, one) for one in probabilities]),
            "brier": numpy.mean([brier_score_loss(data.labels, one) for one in probabilities]),
        }
        say(kind="peer", name=name, file=file, seconds=seconds, figures=figures)


main(sys.argv[1])
