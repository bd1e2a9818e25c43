namespace Cybernetes.Api.Machinery;

/// <summary>How a requirement compares a label with its values.</summary>
public enum SelectorOperator : byte
{
    /// <summary>The label is there with one of the values.</summary>
    In,

    /// <summary>The label is not there, or with none of the values.</summary>
    NotIn,

    /// <summary>The label has the value; written <c>=</c>.</summary>
    Equals,

    /// <summary>The label has the value; written <c>==</c>.</summary>
    DoubleEquals,

    /// <summary>The label is not there, or has another value.</summary>
    NotEquals,

    /// <summary>The label is a number greater than the value.</summary>
    GreaterThan,

    /// <summary>The label is a number less than the value.</summary>
    LessThan,

    /// <summary>The label is there.</summary>
    Exists,

    /// <summary>The label is not there.</summary>
    DoesNotExist,
}
