package dev.assay.inspect.ecosystem.go;

import dev.assay.model.Names;
import java.util.List;
import java.util.Optional;

/**
 * What the Go linker tells of a program.
 *
 * @param goVersion {@code go1.21.5}
 * @param modules the main module first
 * @param functions all that went in, as the linker names them: {@code net/http.(*Client).Do}; empty
 *     where they are not told
 */
public record GoBuildFacts(String goVersion, List<GoModule> modules, Optional<Names> functions) {}
