namespace Cybernetes.Api.Rules;

/// <summary>What operators take and give.</summary>
internal static class CelOperators
{
    public static bool Is(string function) => function.Contains('_', StringComparison.Ordinal) && !char.IsAsciiLetter(function[0]) || function == "@in";

    /// <summary>The type of the result; null where no overload takes the arguments.</summary>
    public static CelType? Result(string function, List<CelType> arguments) => (function, arguments) switch
    {
        ("_&&_" or "_||_" or "!_", _) => arguments.All(CelType.Bool.Takes) ? CelType.Bool : null,
        ("_==_" or "_!=_", [var a, var b]) => Comparable(a, b) ? CelType.Bool : null,
        ("_<_" or "_<=_" or "_>_" or "_>=_", [var a, var b]) => Ordered(a, b) ? CelType.Bool : null,
        ("@in", [var a, var b]) => b.IsDyn || (b.Name == "list" && Comparable(a, b.Item!)) || (b.Name == "map" && Comparable(a, b.Key!)) ? CelType.Bool : null,
        ("_?_:_", [var test, var a, var b]) => CelType.Bool.Takes(test) && (a.Takes(b) || a == CelType.Null || b == CelType.Null) ? (a == b ? a : CelType.Dyn) : null,
        ("_[_]" or "_[?_]", [var a, var key]) => Index(a, key),
        ("-_", [var a]) => a.IsDyn || a.Name is "int" or "double" ? a : null,
        (_, [var a, var b]) => Arithmetic(function, a, b),
        _ => null,
    };

    private static bool Comparable(CelType a, CelType b) => a.Takes(b) || b.Takes(a);

    private static bool IsNumber(CelType type) => type.Name is "int" or "uint" or "double";

    private static bool Ordered(CelType a, CelType b) =>
        a.IsDyn || b.IsDyn ? (a.IsDyn ? b : a) is { Name: not ("list" or "map" or "null_type") } : (IsNumber(a) && IsNumber(b)) || (a == b && a.Name is "string" or "bytes" or "bool" or "timestamp" or "duration");

    private static CelType? Index(CelType of, CelType key) => of.Name switch
    {
        "list" => key.IsDyn || IsNumber(key) ? of.Item : null,
        "map" => of.Key!.Takes(key) ? of.Item : null,
        "dyn" => CelType.Dyn,
        _ => null,
    };

    private static CelType? Arithmetic(string function, CelType a, CelType b)
    {
        if (a.IsDyn || b.IsDyn)
        {
            return a.IsDyn ? (b.Name is "list" or "map" ? CelType.Dyn : b.IsDyn ? CelType.Dyn : b) : a;
        }

        if (a == b && IsNumber(a))
        {
            return function == "_%_" && a == CelType.Double ? null : a;
        }

        return (function, a.Name, b.Name) switch
        {
            ("_+_", "string", "string") or ("_+_", "bytes", "bytes") => a,
            ("_+_", "list", "list") => a.Takes(b) ? a : null,
            ("_+_" or "_-_", "timestamp", "duration") => a,
            ("_+_", "duration", "timestamp") => b,
            ("_-_", "timestamp", "timestamp") => CelType.Duration,
            ("_+_" or "_-_", "duration", "duration") => a,
            _ => null,
        };
    }
}
