"""Flags of the JVMs that test servers run on."""

PACKAGES = ("java.nio", "java.io", "sun.nio.ch", "java.util.concurrent")
JVM_FLAGS = ("-Xms512m", "-Xmx1g", *(f"--add-opens=java.base/{package}=ALL-UNNAMED" for package in PACKAGES))

_FRESH = ("-XX:+UseSerialGC", "-XX:MetaspaceSize=256m", "-Xmn256m")  # no cleaning up while a server loads its classes

# a server of one test ends before its best code would pay, which is after some hundred seconds of work
QUICK = (*_FRESH, "-XX:TieredStopAtLevel=1", "-XX:ReservedCodeCacheSize=128m")

# a server that all tests of a run ask: its best code pays, but only for what runs eight times as often as the defaults ask
LASTING = (
    *_FRESH,
    "-XX:Tier4InvocationThreshold=40000",
    "-XX:Tier4MinInvocationThreshold=6000",
    "-XX:Tier4CompileThreshold=100000",
    "-XX:Tier4BackEdgeThreshold=300000",
)


def quick(command: tuple[str, ...]) -> tuple[str, ...]:
    """Return a command of Java with the flags of QUICK where it has those of LASTING."""
    if not set(LASTING) <= set(command):
        return command
    at = command.index(LASTING[0])
    return (*command[:at], *QUICK, *(part for part in command[at:] if part not in LASTING))
