"""From annotated articles to weights: instances, two fits, calibration, nested folds."""
