using System.Globalization;

namespace Cybernetes.Api.Rules;

/// <summary>Operators, and conversions between numbers.</summary>
internal static class CelArithmetic
{
    /// <summary>The result; null where no operator takes the arguments.</summary>
    public static object? Call(string function, List<object?> arguments)
    {
        try
        {
            return checked((function, arguments) switch
            {
                ("_==_", [var a, var b]) => CelValue.Same(a, b),
                ("_!=_", [var a, var b]) => !CelValue.Same(a, b),
                ("_<_", [var a, var b]) => CelValue.Order(a, b) < 0,
                ("_<=_", [var a, var b]) => CelValue.Order(a, b) <= 0,
                ("_>_", [var a, var b]) => CelValue.Order(a, b) > 0,
                ("_>=_", [var a, var b]) => CelValue.Order(a, b) >= 0,
                ("!_", [bool a]) => !a,
                ("-_", [long a]) => -a,
                ("-_", [double a]) => -a,
                ("@in", [var item, List<object?> list]) => list.Exists(other => CelValue.Same(other, item)),
                ("@in", [var item, CelTable table]) => table.TryGet(item, out _),
                ("_[_]", [List<object?> list, long index]) => index >= 0 && index < list.Count ? list[(int)index] : throw new CelException($"index out of bounds: {index}"),
                ("_[_]", [CelTable table, var key]) => table[key],
                (_, [long a, long b]) => Whole(function, a, b),
                (_, [ulong a, ulong b]) => Unsigned(function, a, b),
                (_, [double a, double b]) => Real(function, a, b),
                ("_+_", [string a, string b]) => a + b,
                ("_+_", [byte[] a, byte[] b]) => a.Concat(b).ToArray(),
                ("_+_", [List<object?> a, List<object?> b]) => a.Concat(b).ToList(),
                ("_+_", [DateTimeOffset a, TimeSpan b]) => a + b,
                ("_+_", [TimeSpan a, DateTimeOffset b]) => b + a,
                ("_+_", [TimeSpan a, TimeSpan b]) => a + b,
                ("_-_", [DateTimeOffset a, DateTimeOffset b]) => a - b,
                ("_-_", [DateTimeOffset a, TimeSpan b]) => a - b,
                ("_-_", [TimeSpan a, TimeSpan b]) => a - b,
                ("int", [var a]) => Int(a),
                ("uint", [var a]) => (ulong)Int(a),
                ("double", [var a]) => Convert.ToDouble(a, CultureInfo.InvariantCulture),
                _ => null,
            });
        }
        catch (OverflowException)
        {
            throw new CelException("integer overflow");
        }
        catch (FormatException)
        {
            throw new CelException("type conversion error");
        }
    }

    /// <summary>Whether a call gave null because null is its result.</summary>
    public static bool GivesNull(string function, List<object?> arguments) => (function, arguments) switch
    {
        ("_[_]", [List<object?> list, long index]) => index >= 0 && index < list.Count,
        ("_[_]", [CelTable table, var key]) => table.TryGet(key, out _),
        ("dyn", [null]) or ("min" or "max", [List<object?>]) => true,
        _ => false,
    };

    private static long Int(object? value) => value switch
    {
        DateTimeOffset time => time.ToUnixTimeSeconds(),
        double number => checked((long)number),
        string text => long.Parse(text, CultureInfo.InvariantCulture),
        long or ulong => Convert.ToInt64(value, CultureInfo.InvariantCulture),
        _ => throw CelException.NoOverload(),
    };

    private static object? Whole(string function, long a, long b) => function switch
    {
        "_+_" => checked(a + b),
        "_-_" => checked(a - b),
        "_*_" => checked(a * b),
        "_/_" => b == 0 ? throw new CelException("division by zero") : a / b,
        "_%_" => b == 0 ? throw new CelException("modulus by zero") : a % b,
        _ => null,
    };

    private static object? Unsigned(string function, ulong a, ulong b) => function switch
    {
        "_+_" => checked(a + b),
        "_-_" => checked(a - b),
        "_*_" => checked(a * b),
        "_/_" => b == 0 ? throw new CelException("division by zero") : a / b,
        "_%_" => b == 0 ? throw new CelException("modulus by zero") : a % b,
        _ => null,
    };

    private static object? Real(string function, double a, double b) => function switch
    {
        "_+_" => a + b,
        "_-_" => a - b,
        "_*_" => a * b,
        "_/_" => a / b,
        _ => null,
    };
}
