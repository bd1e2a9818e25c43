namespace Cybernetes.Base.Flags;

/// <summary>One declared flag. Not thread safe; read its value after <see cref="FlagSet.Parse"/>.</summary>
public abstract class Flag(string name, string typeName, string usage, char? shorthand)
{
    /// <summary>The long name, without dashes.</summary>
    public string Name { get; } = name;

    /// <summary>The one-letter name, if any.</summary>
    public char? Shorthand { get; } = shorthand;

    /// <summary>pflag's name of the value's type ("string", "duration", …), shown in help.</summary>
    public string TypeName { get; } = typeName;

    /// <summary>The help text; a `backquoted` word names the value.</summary>
    public string Usage { get; } = usage;

    /// <summary>The value taken when the flag stands alone (<c>--dry-run</c>); null when a value must follow.</summary>
    public string? NoOptDefault { get; init; }

    /// <summary>Non-empty: the flag is accepted, hidden from help and a warning with this text is given.</summary>
    public string? Deprecated { get; init; }

    /// <summary>Whether help leaves the flag out.</summary>
    public bool Hidden { get; init; }

    /// <summary>Whether the command line set the flag.</summary>
    public bool Changed { get; protected set; }

    /// <summary>The default as help shows it; empty when it is the type's zero.</summary>
    public abstract string DefaultText { get; }

    /// <summary>The current value as text.</summary>
    public abstract string ValueText { get; }

    /// <summary>Sets the value from text. Throws <see cref="FormatException"/> with Go's error text.</summary>
    public abstract void Set(string text);
}

/// <summary>A flag with a typed value.</summary>
public sealed class Flag<T>(
    string name, T defaultValue, FlagType<T> type, string usage, char? shorthand = null)
    : Flag(name, type.Name, usage, shorthand)
{
    /// <summary>The default, or what the command line gave.</summary>
    public T Value { get; set; } = defaultValue;

    /// <summary>The value before any parsing.</summary>
    public T Default { get; } = defaultValue;

    /// <inheritdoc/>
    public override string DefaultText => type.IsZero(Default) ? "" : type.Quoted ? $"\"{type.Format(Default)}\"" : type.Format(Default);

    /// <inheritdoc/>
    public override string ValueText => type.Format(Value);

    /// <inheritdoc/>
    public override void Set(string text)
    {
        Value = type.Parse(text, Value, Changed);
        Changed = true;
    }
}
