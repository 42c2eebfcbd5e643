"""The packaged reader of articles, made once."""

import pytest

from graphkit.config import packaged
from graphkit.extract.pipeline import Extractor
from graphkit.gazetteers.load import load_gazetteers


@pytest.fixture(scope="session")
def extractor() -> Extractor:
    return Extractor(load_gazetteers([packaged("sources") / "gazetteers"]))
