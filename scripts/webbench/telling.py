"""How a figure of the benchmark is told: beside what it should be, whatever else is missed or breaks down."""

missed, broken = [], []


def told(name, figure, value=None, aim=None, unit="ms"):
    """Prints a figure with what it should be at most, where there is such an aim."""
    word = "    " if aim is None else "pass" if value <= aim else "MISS"
    if word == "MISS":
        missed.append(name)
    print(f"{word}  {name:<66} {figure}" + (f"   (aim {aim} {unit})" if aim is not None else ""), flush=True)


def absent(name, aim, unit="ms"):
    """Says of what has an aim that it does not exist, so that nobody takes silence for a pass."""
    missed.append(name)
    print(f"NONE  {name:<66} not built yet   (aim {aim} {unit})", flush=True)


def attempt(name, work, *given):
    """Goes on with the next measurement where one breaks down."""
    try:
        return work(*given)
    except (Exception, SystemExit) as error:
        broken.append(name)
        print(f"FAIL  {name}  could not be measured: {error}", flush=True)


def spread(values, unit="ms"):
    """The median, and in brackets from the least to the most."""
    ordered = sorted(values)
    return f"{ordered[len(ordered) // 2]:8.2f} {unit} ({ordered[0]:.2f} to {ordered[-1]:.2f})"
