namespace Cybernetes.Base.Flags;

/// <summary>A command line that cannot be read; the message is pflag's own text.</summary>
public class FlagException(string message) : Exception(message);

/// <summary><c>-h</c> or <c>--help</c> was given and no flag of that name is declared.</summary>
public sealed class FlagHelpRequestedException() : FlagException("pflag: help requested");
