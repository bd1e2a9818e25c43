using System.Globalization;

namespace Cybernetes.Api.Machinery;

/// <summary>One condition on one label. Make it with <see cref="TryCreate"/>, which checks it.</summary>
public sealed record Requirement
{
    private static readonly string[] _operators = ["in", "notin", "=", "==", "!=", "gt", "lt", "exists", "!"];

    private Requirement(string key, SelectorOperator @operator, ValueList<string> values)
    {
        Key = key;
        Operator = @operator;
        Values = values;
    }

    /// <summary>The label's key.</summary>
    public string Key { get; }

    /// <summary>The comparison.</summary>
    public SelectorOperator Operator { get; }

    /// <summary>What to compare with.</summary>
    public ValueList<string> Values { get; }

    internal static IEnumerable<string> BinaryOperators => _operators.Take(7);

    /// <summary>A requirement without a check, for keys and values already known to be right.</summary>
    public static Requirement Trusted(string key, SelectorOperator @operator, ValueList<string> values) => new(key, @operator, values);

    /// <summary>A checked requirement; the errors are upstream's.</summary>
    public static Requirement? TryCreate(string key, SelectorOperator @operator, ValueList<string> values, FieldPath? path, out ErrorList errors)
    {
        errors = new ErrorList();
        if (Names.QualifiedName(key) is { Count: > 0 } wrong)
        {
            errors.Invalid(Child(path, "key"), key, string.Join("; ", wrong));
        }

        CheckCount(@operator, values, Child(path, "values"), errors);
        for (var i = 0; i < values.Count; i++)
        {
            if (Names.LabelValue(values[i]) is { Count: > 0 } messages)
            {
                errors.Invalid(Child(path, "values").Index(i).Key(key), values[i], string.Join("; ", messages));
            }
        }

        return errors.IsEmpty ? new(key, @operator, values) : null;
    }

    /// <summary>True when the labels meet the condition.</summary>
    public bool Matches(ValueMap<string> labels)
    {
        var found = labels.TryGetValue(Key, out var value);
        return Operator switch
        {
            SelectorOperator.In or SelectorOperator.Equals or SelectorOperator.DoubleEquals => found && Has(value!),
            SelectorOperator.NotIn or SelectorOperator.NotEquals => !found || !Has(value!),
            SelectorOperator.Exists => found,
            SelectorOperator.DoesNotExist => !found,
            _ => found && TryNumber(value!, out var actual) && Values.Count == 1 && TryNumber(Values[0], out var bound) &&
                (Operator == SelectorOperator.GreaterThan ? actual > bound : actual < bound),
        };
    }

    /// <summary>As upstream prints it.</summary>
    public override string ToString() => Operator switch
    {
        SelectorOperator.Exists => Key,
        SelectorOperator.DoesNotExist => $"!{Key}",
        SelectorOperator.In => $"{Key} in ({Joined})",
        SelectorOperator.NotIn => $"{Key} notin ({Joined})",
        SelectorOperator.GreaterThan => $"{Key}>{Joined}",
        SelectorOperator.LessThan => $"{Key}<{Joined}",
        _ => $"{Key}{_operators[(int)Operator]}{Joined}",
    };

    private string Joined => string.Join(',', Values.Order(StringComparer.Ordinal));

    private static void CheckCount(SelectorOperator @operator, ValueList<string> values, FieldPath path, ErrorList errors)
    {
        switch (@operator)
        {
            case SelectorOperator.In or SelectorOperator.NotIn when values.Count == 0:
                errors.Invalid(path, FieldValue.Json(Value.List(values.Select(value => (Value)value).ToValueList()).ToString()), "for 'in', 'notin' operators, values set can't be empty");
                break;
            case SelectorOperator.Equals or SelectorOperator.DoubleEquals or SelectorOperator.NotEquals when values.Count != 1:
                errors.Invalid(path, FieldValue.Json(Value.List(values.Select(value => (Value)value).ToValueList()).ToString()), "exact-match compatibility requires one single value");
                break;
            case SelectorOperator.Exists or SelectorOperator.DoesNotExist when values.Count != 0:
                errors.Invalid(path, FieldValue.Json(Value.List(values.Select(value => (Value)value).ToValueList()).ToString()), "values set must be empty for exists and does not exist");
                break;
            case SelectorOperator.GreaterThan or SelectorOperator.LessThan:
                if (values.Count != 1)
                {
                    errors.Invalid(path, FieldValue.Json(Value.List(values.Select(value => (Value)value).ToValueList()).ToString()), "for 'Gt', 'Lt' operators, exactly one value is required");
                }

                for (var i = 0; i < values.Count; i++)
                {
                    if (!TryNumber(values[i], out _))
                    {
                        errors.Invalid(path.Index(i), values[i], "for 'Gt', 'Lt' operators, the value must be an integer");
                    }
                }

                break;
        }
    }

    private static FieldPath Child(FieldPath? path, string name) => path?.Child(name) ?? FieldPath.Of(name);

    private bool Has(string value)
    {
        foreach (var candidate in Values.Span)
        {
            if (candidate == value)
            {
                return true;
            }
        }

        return false;
    }

    private static bool TryNumber(string text, out long number) => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);
}
