using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.ApiServer.Errors;

/// <summary>Upstream's refusals, word for word.</summary>
public static class ApiErrors
{
    /// <summary>404: there is no such object.</summary>
    public static ApiException NotFound(GroupResource resource, string name) =>
        Make(404, "NotFound", $"{resource} \"{name}\" not found", Details(resource, name));

    /// <summary>404: there is no such resource, version or subresource.</summary>
    public static ApiException NoSuchResource() =>
        Make(404, "NotFound", "the server could not find the requested resource", new StatusDetails());

    /// <summary>409: the name is taken.</summary>
    public static ApiException AlreadyExists(GroupResource resource, string name) =>
        Make(409, "AlreadyExists", $"{resource} \"{name}\" already exists", Details(resource, name));

    /// <summary>409: generateName did not find a free name.</summary>
    public static ApiException GenerateNameConflict(GroupResource resource, string name) =>
        Make(409, "AlreadyExists", $"{resource} \"{name}\" already exists, the server was not able to generate a unique name for the object", Details(resource, name));

    /// <summary>409: somebody else changed it, or a precondition does not hold.</summary>
    public static ApiException Conflict(GroupResource resource, string name, string why) =>
        Make(409, "Conflict", $"Operation cannot be fulfilled on {resource} \"{name}\": {why}", Details(resource, name));

    /// <summary>409 in the words of an update of an old version.</summary>
    public static ApiException Modified(GroupResource resource, string name) =>
        Conflict(resource, name, "the object has been modified; please apply your changes to the latest version and try again");

    /// <summary>400.</summary>
    public static ApiException BadRequest(string message) => Make(400, "BadRequest", message, null);

    /// <summary>403.</summary>
    public static ApiException Forbidden(GroupResource resource, string name, string why) =>
        Make(403, "Forbidden", ForbiddenText(resource, name, why), Details(resource, name));

    /// <summary>405: the resource has no such verb.</summary>
    public static ApiException MethodNotAllowed() =>
        Make(405, "MethodNotAllowed", "the server does not allow this method on the requested resource", new StatusDetails());

    /// <summary>405 in the words of a handler.</summary>
    public static ApiException MethodNotSupported(GroupResource resource, string action) =>
        Make(405, "MethodNotAllowed", $"{action} is not supported on resources of kind \"{resource}\"", new StatusDetails { Group = resource.Group, Kind = resource.Resource });

    /// <summary>406 of our own negotiation.</summary>
    public static ApiException NotAcceptable(IEnumerable<string> mediaTypes) =>
        Make(406, "NotAcceptable", $"only the following media types are accepted: {string.Join(", ", mediaTypes)}", null);

    /// <summary>406 in the words of the route.</summary>
    public static ApiException NotAcceptableByMux() =>
        Make(406, "NotAcceptable", "406: Not Acceptable\n\nAvailable representations: application/json, application/yaml, application/vnd.kubernetes.protobuf", null);

    /// <summary>410: the version asked for is too old.</summary>
    public static ApiException Expired(string message) => Make(410, "Expired", message, null);

    /// <summary>413: the body is too large.</summary>
    public static ApiException RequestEntityTooLarge(string message) => Make(413, "RequestEntityTooLarge", message, null);

    /// <summary>415 in the words of our decoders.</summary>
    public static ApiException UnsupportedMediaType(IEnumerable<string> mediaTypes) =>
        Make(415, "UnsupportedMediaType", $"the body of the request was in an unknown format - accepted media types include: {string.Join(", ", mediaTypes)}", null);

    /// <summary>422 with the causes found.</summary>
    public static ApiException Invalid(GroupKind kind, string name, IReadOnlyList<StatusCause> causes, string aggregate) =>
        Make(422, "Invalid", $"{kind} \"{name}\" is invalid: {aggregate}", new StatusDetails
        {
            Group = kind.Group,
            Kind = kind.Kind,
            Name = name,
            Causes = causes.ToValueList(),
        });

    /// <summary>422 with a single cause.</summary>
    public static ApiException Invalid(GroupKind kind, string name, string field, string reason, string text) =>
        Invalid(kind, name, [new StatusCause { Reason = reason, Message = text, Field = field }], $"{field}: {text}");

    /// <summary>422 without causes: the words of a refused patch.</summary>
    public static ApiException Unprocessable() =>
        Make(422, "Invalid", "the server rejected our request due to an error in our request", new StatusDetails());

    /// <summary>429: try again later.</summary>
    public static ApiException TooManyRequests(string message, int retryAfterSeconds, StatusCause? cause = null) =>
        Make(429, "TooManyRequests", message, new StatusDetails
        {
            RetryAfterSeconds = retryAfterSeconds,
            Causes = cause is null ? default : [cause],
        });

    /// <summary>500 with an error's own text.</summary>
    public static ApiException Unknown(string message) => Make(500, "", message, null);

    /// <summary>500 that says so.</summary>
    public static ApiException Internal(string message) =>
        Make(500, "InternalError", $"Internal error occurred: {message}", new StatusDetails { Causes = [new StatusCause { Message = message }] });

    /// <summary>503.</summary>
    public static ApiException ServiceUnavailable(string message) => Make(503, "ServiceUnavailable", message, null);

    /// <summary>504: a version that is not here yet.</summary>
    public static ApiException TooLargeResourceVersion(string asked, string current) =>
        Make(504, "Timeout", $"Too large resource version: {asked}, current: {current}", new StatusDetails
        {
            RetryAfterSeconds = 1,
            Causes = [new StatusCause { Reason = "ResourceVersionTooLarge", Message = "Too large resource version" }],
        });

    /// <summary>504: it took too long.</summary>
    public static ApiException Timeout(string message, int retryAfterSeconds) =>
        Make(504, "Timeout", message, new StatusDetails { RetryAfterSeconds = retryAfterSeconds });

    private static string ForbiddenText(GroupResource resource, string name, string why) => name.Length == 0
        ? $"{resource} is forbidden: {why}"
        : $"{resource} \"{name}\" is forbidden: {why}";

    private static StatusDetails Details(GroupResource resource, string name) =>
        new() { Group = resource.Group, Kind = resource.Resource, Name = name };

    private static ApiException Make(int code, string reason, string message, StatusDetails? details) =>
        new(new Status { StatusValue = "Failure", Message = message, Reason = reason, Details = details, Code = code });
}
