using System.Diagnostics.CodeAnalysis;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Client;

/// <summary>What came of a request: the value, or the server's Status. Refusals are results, not exceptions.</summary>
public readonly record struct ApiResult<T>
    where T : class
{
    private ApiResult(T? value, Status? status) => (Value, Status) = (value, status);

    /// <summary>The value, on success.</summary>
    public T? Value { get; }

    /// <summary>The refusal.</summary>
    public Status? Status { get; }

    /// <summary>True on success.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Status))]
    public bool Ok => Status is null;

    /// <summary>The HTTP code of a refusal; 200 on success.</summary>
    public int Code => Status?.Code ?? 200;

    /// <summary>The refusal's reason; empty on success.</summary>
    public string Reason => Status?.Reason ?? "";

    /// <summary>The refusal's text; empty on success.</summary>
    public string Message => Status?.Message ?? "";

    /// <summary>There is no such object.</summary>
    public bool IsNotFound => Reason == "NotFound" || (Reason.Length == 0 && Code == 404);

    /// <summary>The object has changed since it was read.</summary>
    public bool IsConflict => Reason == "Conflict" || (Reason.Length == 0 && Code == 409);

    /// <summary>An object of that name is there.</summary>
    public bool IsAlreadyExists => Reason == "AlreadyExists";

    /// <summary>The version or continuation asked for is too old.</summary>
    public bool IsExpired => Reason is "Expired" or "Gone" || (Reason.Length == 0 && Code == 410);

    /// <summary>The user may not do this.</summary>
    public bool IsForbidden => Reason == "Forbidden" || (Reason.Length == 0 && Code == 403);

    /// <summary>The object breaks a rule.</summary>
    public bool IsInvalid => Reason == "Invalid" || (Reason.Length == 0 && Code == 422);

    /// <summary>Too many requests; an eviction that a disruption budget forbids is one.</summary>
    public bool IsTooManyRequests => Reason == "TooManyRequests" || (Reason.Length == 0 && Code == 429);

    /// <summary>The namespace is being deleted.</summary>
    public bool IsNamespaceTerminating => HasCause("NamespaceTerminating");

    /// <summary>A value.</summary>
    public static ApiResult<T> Success(T value) => new(value, null);

    /// <summary>A refusal.</summary>
    public static ApiResult<T> Failure(Status status) => new(null, status);

    /// <summary>Whether the refusal names a cause.</summary>
    public bool HasCause(string reason)
    {
        if (Status?.Details is { } details)
        {
            foreach (var cause in details.Causes)
            {
                if (cause.Reason == reason)
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>The value; a refusal becomes an <see cref="ApiException"/>.</summary>
    public T OrThrow() => Ok ? Value : throw new ApiException(Status);

    /// <summary>The value, or null where there is no such object; any other refusal becomes an <see cref="ApiException"/>.</summary>
    public T? OrNull() => Ok ? Value : IsNotFound ? null : throw new ApiException(Status);
}
