"""The peer: LightGBM grows the trees that both explain, shap explains the first rows. Says one line of JSON for each
line on standard input, and leaves model and contributions in the folder that it is given."""
import json
import sys
import time
import warnings


def say(**message):
    sys.stdout.write(json.dumps(message) + "\n")
    sys.stdout.flush()


try:
    import lightgbm
    import numpy
    import shap
except ImportError as error:
    say(kind="absent", reason=str(error))
    sys.exit(0)

warnings.filterwarnings("ignore")
folder = sys.argv[1]
with open(f"{folder}/data.json") as file:
    data = json.load(file)
rows = numpy.fromfile(f"{folder}/rows.bin", numpy.float32).reshape(data["rows"], data["features"])
labels = numpy.fromfile(f"{folder}/labels.bin", numpy.uint8)
settings = {"objective": "binary", "num_leaves": data["leaves"], "num_threads": 1, "seed": 0, "verbose": -1}
grown = lightgbm.Dataset(rows, labels, categorical_feature=data["categories"])
model = lightgbm.train(settings, grown, data["trees"])
with open(f"{folder}/model.json", "w") as file:
    json.dump(model.dump_model(), file)
explained = rows[: data["explained"]]
explainers = {"delegated": shap.TreeExplainer(model, feature_perturbation="tree_path_dependent")}
# For such a model shap asks LightGBM's own TreeSHAP; shap's code is quicker, but knows no categories.
if not data["categories"]:
    own = shap.TreeExplainer(model, feature_perturbation="tree_path_dependent")
    own.model.model_type = "internal"
    explainers["own"] = own
values = numpy.asarray(explainers["delegated"].shap_values(explained))
values.astype(numpy.float64).tofile(f"{folder}/contributions.bin")
expected = float(numpy.ravel(explainers["delegated"].expected_value)[-1])
say(kind="ready", expected=expected, versions=f"shap {shap.__version__}, LightGBM {lightgbm.__version__}")

for _ in sys.stdin:
    took = {}
    for name, explainer in explainers.items():
        began = time.perf_counter()
        explainer.shap_values(explained, check_additivity=False)
        took[name] = (time.perf_counter() - began) * 1000 / len(explained)
    say(kind="round", msPerRow=took)
