using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.MetaV1;

/// <summary>How a request went; the body of every error.</summary>
[Message("k8s.io.apimachinery.pkg.apis.meta.v1")]
[Kind("", "v1")]
public sealed partial record Status
{
    [Field(1, Always = true, Default = "{}")]
    public partial ListMeta Metadata { get; init; }

    /// <summary><c>Success</c> or <c>Failure</c>.</summary>
    [Field(2, Json = "status")]
    public partial string StatusValue { get; init; }

    /// <summary>What is wrong, for people.</summary>
    [Field(3)]
    public partial string Message { get; init; }

    /// <summary>What is wrong, in one word, such as <c>NotFound</c> or <c>Conflict</c>.</summary>
    [Field(4)]
    public partial string Reason { get; init; }

    /// <summary>More on it, depending on the reason.</summary>
    [Field(5)]
    public partial StatusDetails? Details { get; init; }

    /// <summary>The HTTP status code.</summary>
    [Field(6)]
    public partial int Code { get; init; }
}

/// <summary>One thing that is wrong.</summary>
[Message("k8s.io.apimachinery.pkg.apis.meta.v1")]
public sealed partial record StatusCause
{
    /// <summary>What, in one word, such as <c>FieldValueInvalid</c>.</summary>
    [Field(1)]
    public partial string Reason { get; init; }

    /// <summary>What, for people.</summary>
    [Field(2)]
    public partial string Message { get; init; }

    /// <summary>The field, such as <c>spec.containers[0].name</c>.</summary>
    [Field(3)]
    public partial string Field { get; init; }
}

/// <summary>More on an error.</summary>
[Message("k8s.io.apimachinery.pkg.apis.meta.v1")]
public sealed partial record StatusDetails
{
    /// <summary>The object's name.</summary>
    [Field(1)]
    public partial string Name { get; init; }

    /// <summary>The group of its kind.</summary>
    [Field(2)]
    public partial string Group { get; init; }

    /// <summary>The kind or resource.</summary>
    [Field(3)]
    public partial string Kind { get; init; }

    /// <summary>The object's uid.</summary>
    [Field(6)]
    public partial string Uid { get; init; }

    /// <summary>What is wrong in particular, such as each invalid field.</summary>
    [Field(4, ListType = "atomic")]
    public partial ValueList<StatusCause> Causes { get; init; }

    /// <summary>Seconds after which to try again.</summary>
    [Field(5)]
    public partial int RetryAfterSeconds { get; init; }
}
