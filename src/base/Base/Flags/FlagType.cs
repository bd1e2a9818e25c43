namespace Cybernetes.Base.Flags;

/// <summary>How values of a flag type are read and written.</summary>
/// <param name="Name">pflag's type name, shown in help.</param>
/// <param name="Parse">Reads text; gets the current value and whether it was already set, so that lists replace their default and then append. Throws <see cref="FormatException"/>.</param>
/// <param name="Format">Writes a value as pflag's String().</param>
/// <param name="IsZero">Whether help leaves the default out.</param>
/// <param name="Quoted">Whether help quotes the default.</param>
public sealed record FlagType<T>(
    string Name, Func<string, T, bool, T> Parse, Func<T, string> Format, Func<T, bool> IsZero, bool Quoted = false);
