# Sourced by the launcher and by the script that makes the AOT caches: a cache is only used under the flags it was made with.
# Expects DIST, the folder with lib/ and the caches.
# An evaluation lasts seconds, in which the JVM's own thresholds let it spend more time on optimising code than that code then runs:
# only what runs often is worth the first compiler (Tier3…), and what runs very often the second (Tier4…). Except SHA-256's loop: only
# the second compiler puts the processor's own instructions for it, and a big image would be hashed for long without them. And matching
# against a feed: all threads run the same few loops, and what the first compiler counts in them they would count one after the other.
# The heap grows only where collecting would take a fifth of the time (GCTimeRatio): by its own rule, a hundredth, the JVM takes twice the
# memory and is hardly faster. It starts with room for what the first second allocates, of which little lives.

JAVA_FLAGS="-XX:+UseParallelGC -XX:GCTimeRatio=4 -Xms64m -XX:NewSize=24m -XX:InitialSurvivorRatio=4 -Xmx${ASSAY_HEAP:-380m} -Xss4m -XX:-UsePerfData
 --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -Dfile.encoding=UTF-8 -Djava.awt.headless=true
 -XX:Tier3InvocationThreshold=2000 -XX:Tier3MinInvocationThreshold=1000 -XX:Tier3CompileThreshold=20000
 -XX:Tier3BackEdgeThreshold=200000
 -XX:Tier4InvocationThreshold=500000 -XX:Tier4MinInvocationThreshold=100000 -XX:Tier4CompileThreshold=1500000
 -XX:Tier4BackEdgeThreshold=1000000 -XX:CompileCommand=quiet
 -XX:CompileCommand=CompileThresholdScaling,sun.security.provider.DigestBase::implCompressMultiBlock0,0.001
 -XX:CompileCommand=CompileThresholdScaling,dev.assay.feed.*::*,0.1
 -Xlog:disable -Xlog:all=off"
CLASS_PATH=$(printf '%s:' "$DIST"/lib/*.jar)
CLASS_PATH=${CLASS_PATH%:}
MAIN=dev.assay.cli.Main
