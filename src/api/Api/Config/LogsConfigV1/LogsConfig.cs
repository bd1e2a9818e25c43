using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.LogsConfigV1;

[Message]
public sealed partial record LoggingConfiguration
{
    [Field]
    public partial string Format { get; init; }

    [Field(Always = true)]
    public partial Duration FlushFrequency { get; init; }

    [Field(Always = true)]
    public partial int Verbosity { get; init; }

    [Field]
    public partial string Vmodule { get; init; }

    [Field(Always = true)]
    public partial FormatOptions Options { get; init; }
}

[Message]
public sealed partial record TimeOrMetaDuration
{
}

[Message]
public sealed partial record FormatOptions
{
    [Field(Always = true)]
    public partial TextOptions Text { get; init; }

    [Field(Always = true)]
    public partial JSONOptions Json { get; init; }
}

[Message]
public sealed partial record TextOptions
{
    [Field(Inline = true)]
    public partial OutputRoutingOptions OutputRoutingOptions { get; init; }
}

[Message]
public sealed partial record JSONOptions
{
    [Field(Inline = true)]
    public partial OutputRoutingOptions OutputRoutingOptions { get; init; }
}

[Message]
public sealed partial record OutputRoutingOptions
{
    [Field]
    public partial bool SplitStream { get; init; }

    [Field]
    public partial Quantity InfoBufferSize { get; init; }
}

[Message]
public sealed partial record VModuleItem
{
    [Field(Always = true)]
    public partial string FilePattern { get; init; }

    [Field(Always = true)]
    public partial int Verbosity { get; init; }
}
