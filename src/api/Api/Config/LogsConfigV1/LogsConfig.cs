using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.LogsConfigV1;

/// <summary>How a component logs.</summary>
[Message]
public sealed partial record LoggingConfiguration
{
    /// <summary><c>text</c> (the default) or <c>json</c>.</summary>
    [Field]
    public partial string Format { get; init; }

    /// <summary>The longest time that lines are held back; 5s by default.</summary>
    [Field(Always = true)]
    public partial Duration FlushFrequency { get; init; }

    /// <summary>How much is logged; 0 by default.</summary>
    [Field(Always = true)]
    public partial int Verbosity { get; init; }

    /// <summary>How much is logged by source file.</summary>
    [Field]
    public partial string Vmodule { get; init; }

    /// <summary>Settings of the formats.</summary>
    [Field(Always = true)]
    public partial FormatOptions Options { get; init; }
}

[Message]
public sealed partial record TimeOrMetaDuration
{
}

/// <summary>Settings of the formats.</summary>
[Message]
public sealed partial record FormatOptions
{
    /// <summary>Of text.</summary>
    [Field(Always = true)]
    public partial TextOptions Text { get; init; }

    /// <summary>Of JSON.</summary>
    [Field(Always = true)]
    public partial JSONOptions Json { get; init; }
}

/// <summary>Settings of text.</summary>
[Message]
public sealed partial record TextOptions
{
    /// <summary>Where lines go.</summary>
    [Field(Inline = true)]
    public partial OutputRoutingOptions OutputRoutingOptions { get; init; }
}

/// <summary>Settings of JSON.</summary>
[Message]
public sealed partial record JSONOptions
{
    /// <summary>Where lines go.</summary>
    [Field(Inline = true)]
    public partial OutputRoutingOptions OutputRoutingOptions { get; init; }
}

/// <summary>Where lines go.</summary>
[Message]
public sealed partial record OutputRoutingOptions
{
    /// <summary>Whether information goes to standard output and errors to standard error.</summary>
    [Field]
    public partial bool SplitStream { get; init; }

    /// <summary>How much information is held back.</summary>
    [Field]
    public partial Quantity InfoBufferSize { get; init; }
}

/// <summary>How much a source file logs.</summary>
[Message]
public sealed partial record VModuleItem
{
    /// <summary>The file, with wildcards.</summary>
    [Field(Always = true)]
    public partial string FilePattern { get; init; }

    /// <summary>How much.</summary>
    [Field(Always = true)]
    public partial int Verbosity { get; init; }
}
