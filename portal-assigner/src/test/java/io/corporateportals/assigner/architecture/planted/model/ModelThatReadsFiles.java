package io.corporateportals.assigner.architecture.planted.model;

import java.nio.file.Path;

record ModelThatReadsFiles(Path file) {}
